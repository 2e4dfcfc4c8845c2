import { Link } from '@tanstack/react-router'
import { usePlaces } from '../../data/folders.ts'

/** Where people begin: their spaces, and what to do first. */
export function StartPage() {
  const places = usePlaces()
  return (
    <div className="page">
      <header>
        <h1>Your spaces</h1>
      </header>
      <ul className="rows spaces">
        {places?.roots.map((id) => (
          <li key={id}>
            <Link className="row-title" to="/folder/$folderId" params={{ folderId: id }}>
              {places.byId.get(id)?.title}
            </Link>
          </li>
        ))}
      </ul>
    </div>
  )
}
