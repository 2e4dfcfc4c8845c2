import { Link } from '@tanstack/react-router'
import { queryVisits } from '@taskwright/sdk'
import { useRead } from '../data/api.ts'
import { idOfMarked } from '../data/favourites.ts'
import { words } from '../language/words.ts'
import { iconOf } from './favourites/favourite-list.tsx'
import { Icon } from './icon.tsx'
import { wayTo } from './way-to.ts'

const t = words('recent', { title: 'Opened last', none: 'What you open is listed here.' })

/** The tasks and places that the person opened last. */
export function RecentList({ most = 6 }: { most?: number }) {
  const { data = [] } = useRead(queryVisits, {})
  if (data.length === 0) return <p className="quiet side-note">{t.none}</p>
  return (
    <ul className="recent" aria-label={t.title}>
      {data.slice(0, most).map((visit) => (
        <li key={idOfMarked(visit)}>
          <Link className="side-row" {...wayTo(visit.kind === 'Task' ? 'task' : 'place', idOfMarked(visit))}>
            <Icon name={iconOf(visit.kind)} />
            <span className="title">{visit.title}</span>
          </Link>
        </li>
      ))}
    </ul>
  )
}
