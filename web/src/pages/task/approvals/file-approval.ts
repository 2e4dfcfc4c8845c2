import type { Approval } from '@taskwright/sdk'
import { isOpen } from '../../../data/approvals.ts'
import type { TaskFile } from '../files/task-files.ts'

/** The version of a file that an approval is about: the newest while it is open, that of its end afterwards. */
export function versionOf(approval: Approval, { current, versions }: TaskFile): number {
  if (isOpen(approval)) return current.version
  // Times are told to the second: who uploads in the second of the end answers it.
  const atEnd = versions.filter(({ createdDate }) => createdDate < approval.updatedDate)
  return Math.max(...atEnd.map(({ version }) => version), 1)
}

/** The newest approval that says something of a file; one that was cancelled or asks nobody says nothing. */
export const approvalOf = (approvals: readonly Approval[], file: TaskFile): Approval | undefined =>
  approvals.find(
    ({ status, attachmentIds }) => status !== 'Cancelled' && status !== 'Draft' && attachmentIds.includes(file.id),
  )
