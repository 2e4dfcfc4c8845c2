import { Navigate } from '@tanstack/react-router'
import { queryFolders, queryTasks } from '@taskwright/sdk'
import { useRead } from '../../data/api.ts'
import { words } from '../../language/words.ts'
import { Fault } from '../../parts/fault.tsx'
import { NotHere } from '../../parts/not-here.tsx'
import { wayTo } from '../../parts/way-to.ts'
import { permalinkRoute } from './routes.ts'

const t = words('permalink', { looking: 'Looking for it …' })

/** Where the permalink of a task or a folder leads: to its page. */
export function PermalinkPage() {
  const { id } = permalinkRoute.useSearch()
  const permalink = `${location.origin}/open.htm?${new URLSearchParams({ id })}`
  const tasks = useRead(queryTasks, { permalink, subTasks: true })
  const folders = useRead(queryFolders, { permalink })
  const [task] = tasks.data ?? []
  const [folder] = folders.data ?? []
  if (task) return <Navigate {...wayTo('task', task.id)} replace />
  if (folder) return <Navigate {...wayTo('place', folder.id)} replace />
  if (tasks.isPending || folders.isPending) return <p className="quiet">{t.looking}</p>
  const error = tasks.error ?? folders.error
  if (error) return <Fault error={error} onRetry={() => void Promise.all([tasks.refetch(), folders.refetch()])} />
  return <NotHere />
}
