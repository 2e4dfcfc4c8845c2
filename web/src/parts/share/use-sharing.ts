import {
  createInvitation,
  queryAccess,
  queryAccessRoles,
  queryFolders,
  queryPermissions,
  querySpaces,
  updateFolder,
  updateTask,
} from '@taskwright/sdk'
import { useChange, useRead, useRows } from '../../data/api.ts'
import { showsTasks } from '../../data/tasks.ts'
import type { SharedPlace } from './place.ts'

const shows = [queryAccess, queryPermissions, queryFolders, querySpaces, ...showsTasks]

/** Who sees a place, and what the person may change about that. */
export function useSharing(place: SharedPlace) {
  const isTask = 'taskId' in place
  const access = useRows(queryAccess, place)
  const permissions = useRead(queryPermissions, isTask ? { taskIds: [place.taskId] } : { folderIds: [place.folderId] })
    .data?.[0]?.permissions
  // A plan without roles, or a token that may not read them, has none to choose.
  const roles = useRead(queryAccessRoles, {}, { enabled: !isTask }).data ?? []
  const task = useChange(updateTask, shows)
  const folder = useChange(updateFolder, shows)
  const invite = useChange(createInvitation, [])
  return {
    access,
    roles: isTask ? [] : roles,
    mayShare: permissions?.includes('share') ?? false,
    error: task.error ?? folder.error ?? invite.error,
    /** Without a role with Full, or as a task gives it. */
    share: (id: string, roleId?: string) =>
      isTask
        ? task.mutateAsync({ taskId: place.taskId, addShareds: [id] })
        : folder.mutateAsync({
            folderId: place.folderId,
            ...(roleId ? { addAccessRoles: { [id]: roleId } } : { addShareds: [id] }),
          }),
    unshare: (id: string) =>
      isTask
        ? task.mutateAsync({ taskId: place.taskId, removeShareds: [id] })
        : folder.mutateAsync({ folderId: place.folderId, removeShareds: [id] }),
    /** Invites somebody by mail; gives the id that shares take. */
    invite: async (email: string): Promise<string> => (await invite.mutateAsync({ email }))[0]?.id ?? '',
  }
}

export type Sharing = ReturnType<typeof useSharing>
