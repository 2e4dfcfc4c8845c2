import { lazy, Suspense } from 'react'
import type { Places } from '../../data/folders.ts'
import { NewPlace } from '../new-place.tsx'
import { idOfRow, parentOfRow } from './expanded.ts'
import { MovePlace } from './move-place.tsx'
import type { Asked } from './place-menu.tsx'

const ShareDialog = lazy(() =>
  import('../share/share-dialog.tsx').then(({ ShareDialog }) => ({ default: ShareDialog })),
)

interface PlaceDialogsProps {
  asked: Asked | undefined
  places: Places
  onClose: () => void
}

/** What the menu of a place opens over the page. */
export function PlaceDialogs({ asked, places, onClose }: PlaceDialogsProps) {
  const place = asked && places.byId.get(idOfRow(asked.key))
  if (!asked || !place) return null
  switch (asked.what) {
    case 'newFolder':
    case 'newProject':
      return <NewPlace kind={asked.what === 'newFolder' ? 'folder' : 'project'} inside={place.id} onClose={onClose} />
    case 'move':
      return (
        <MovePlace
          place={place}
          from={places.byId.get(parentOfRow(asked.key) ?? '')}
          places={places}
          onClose={onClose}
        />
      )
    case 'add':
      return <MovePlace place={place} from={undefined} places={places} onClose={onClose} />
    case 'share':
      return (
        <Suspense>
          <ShareDialog place={{ folderId: place.id }} title={place.title} onClose={onClose} />
        </Suspense>
      )
    case 'rename':
      // A field over the row.
      return null
    default:
      return asked.what satisfies never
  }
}
