import { type KeyboardEvent, useMemo } from 'react'
import { Dialog } from 'react-aria-components'
import type { Places } from '../../data/folders.ts'
import { usePlaceChanges } from '../../data/place-changes.ts'
import { words } from '../../language/words.ts'
import { Over } from '../over.tsx'
import { idOfRow } from './expanded.ts'
import type { Asked } from './place-menu.tsx'

const t = words('place-rename', { name: 'New name', rename: ({ title }: { title: string }) => `Rename ${title}` })

interface RenameOverProps {
  asked: Asked | undefined
  places: Places
  onClose: () => void
}

/**
 * A field over the row: Enter and leaving it keep the name, Escape does not. It stands beside the tree, since the tree
 * takes letters for a search.
 */
export function RenameOver({ asked, places, onClose }: RenameOverProps) {
  const place = asked?.what === 'rename' ? places.byId.get(idOfRow(asked.key)) : undefined
  const row = useMemo(() => ({ current: asked?.row.querySelector('.title') ?? null }), [asked])
  const { rename } = usePlaceChanges()
  if (!asked || !place) return null
  const keep = (title: string) => {
    if (title.trim() !== '' && title.trim() !== place.title) rename(place, title.trim())
    onClose()
  }
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.key === 'Enter') keep(event.currentTarget.value)
  }
  return (
    <Over
      isOpen
      className="popover rename-over"
      triggerRef={row as { current: Element | null }}
      placement="bottom start"
      offset={-26}
      crossOffset={-9}
      onOpenChange={(isOpen) => isOpen || onClose()}
    >
      <Dialog aria-label={t.rename(place)}>
        <input
          autoFocus
          aria-label={t.name}
          defaultValue={place.title}
          maxLength={255}
          onFocus={({ target }) => target.select()}
          onKeyDown={onKeyDown}
        />
      </Dialog>
    </Over>
  )
}
