import type { EventRecord } from '#events/change.ts'
import type { Period } from './period.ts'

/** Time below a folder was closed, or opened again; the names are those of the audit log. */
export const timelogLocked = (folderId: number, period: Period): EventRecord => ({
  type: 'TimelogLocked',
  entityType: 'folder',
  entityId: folderId,
  after: { ...period },
})

export const timelogUnlocked = (folderId: number, period: Period): EventRecord => ({
  type: 'TimelogUnlocked',
  entityType: 'folder',
  entityId: folderId,
  before: { ...period },
})
