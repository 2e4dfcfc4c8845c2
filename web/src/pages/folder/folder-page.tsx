import { Link } from '@tanstack/react-router'
import { placesAbove, usePlaces } from '../../data/folders.ts'
import { words } from '../../language/words.ts'
import { NotHere } from '../../parts/not-here.tsx'
import { PlaceTools } from './place-tools.tsx'
import { folderRoute } from './routes.ts'
import { ViewFrame } from './view-frame.tsx'

const t = words('folder', {
  reading: 'Reading …',
  way: 'Way to this place',
})

/** A space, folder or project: where it lies, and its tasks. */
export function FolderPage() {
  const { folderId } = folderRoute.useParams()
  const places = usePlaces()
  const place = places?.byId.get(folderId)
  if (!places) return <p className="quiet">{t.reading}</p>
  if (!place) return <NotHere />
  return (
    <ViewFrame
      key={folderId}
      place={place}
      title={place.title}
      tools={<PlaceTools folderId={folderId} title={place.title} />}
      above={
        <nav aria-label={t.way}>
          <ol className="trail">
            {placesAbove(places, folderId).map(({ id, title }) => (
              <li key={id}>
                <Link to="/folder/$folderId" params={{ folderId: id }}>
                  {title}
                </Link>
              </li>
            ))}
          </ol>
        </nav>
      }
    />
  )
}
