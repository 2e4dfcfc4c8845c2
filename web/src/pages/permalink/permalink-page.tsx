import { Navigate } from '@tanstack/react-router'
import { queryFolders, queryTasks } from '@taskwright/sdk'
import { useRead } from '../../data/api.ts'
import { permalinkRoute } from './routes.ts'

/** Where the permalink of a task or a folder leads: to its page. */
export function PermalinkPage() {
  const { id } = permalinkRoute.useSearch()
  const permalink = `${location.origin}/open.htm?${new URLSearchParams({ id })}`
  const tasks = useRead(queryTasks, { permalink, subTasks: true })
  const folders = useRead(queryFolders, { permalink })
  const [task] = tasks.data ?? []
  const [folder] = folders.data ?? []
  if (task) return <Navigate to="/task/$taskId" params={{ taskId: task.id }} replace />
  if (folder) return <Navigate to="/folder/$folderId" params={{ folderId: folder.id }} replace />
  if (tasks.isPending || folders.isPending) return <p className="quiet">Looking for it …</p>
  return (
    <p className="empty">This link leads to nothing that you may see: it was deleted, or is not shared with you.</p>
  )
}
