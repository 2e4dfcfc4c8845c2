import type { EventRecord } from '#events/change.ts'

/** Rollups of a folder or task were set or ended. */
export const rollupsChanged = (on: 'folder' | 'task', itemId: number): EventRecord => ({
  type: on === 'task' ? 'TaskRollupsChanged' : 'FolderRollupsChanged',
  entityType: on,
  entityId: itemId,
})
