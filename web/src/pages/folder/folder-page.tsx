import { Link } from '@tanstack/react-router'
import { placesAbove, usePlaces } from '../../data/folders.ts'
import { TaskPanel } from '../task/task-panel.tsx'
import { NewTask } from './new-task.tsx'
import { folderRoute } from './routes.ts'
import { TaskList } from './task-list.tsx'

/** A space, folder or project: where it lies, its tasks, and the one that is open beside them. */
export function FolderPage() {
  const { folderId } = folderRoute.useParams()
  const { task, done = false } = folderRoute.useSearch()
  const navigate = folderRoute.useNavigate()
  const places = usePlaces()
  const place = places?.byId.get(folderId)
  if (!places) return <p className="quiet">Reading …</p>
  if (!place) return <p className="empty">This place was deleted, or it is not shared with you.</p>
  return (
    <div className={task ? 'page with-panel' : 'page'}>
      <section className="page" aria-labelledby="place">
        <header>
          <nav aria-label="Way to this place">
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
          <h1 id="place">{place.title}</h1>
          <label className="choice">
            <input
              type="checkbox"
              checked={done}
              onChange={({ target }) =>
                navigate({
                  search: ({ done: _, ...rest }) => (target.checked ? { ...rest, done: true } : rest),
                  replace: true,
                })
              }
            />
            <span>Completed too</span>
          </label>
        </header>
        <NewTask folderId={folderId} />
        <TaskList folderId={folderId} done={done} open={task} />
      </section>
      {task && (
        <TaskPanel
          key={task}
          taskId={task}
          onClose={() => navigate({ search: ({ task: _, ...rest }) => rest, replace: true })}
        />
      )}
    </div>
  )
}
