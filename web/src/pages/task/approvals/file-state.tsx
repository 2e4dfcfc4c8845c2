import { words } from '../../../language/words.ts'
import { StateTag, stateName } from '../../../parts/approvals/approval-state.tsx'
import type { TaskFile } from '../files/task-files.ts'
import { approvalOf, versionOf } from './file-approval.ts'
import { useApprovals } from './use-approvals.ts'

const t = words('file-state', {
  ofVersion: ({ state, number }: { state: string; number: number }) => `${state}: version ${number}`,
})

/** Whether a file waits for approval, was approved or rejected, and in which version. */
export function FileState({ file }: { file: TaskFile }) {
  const approval = approvalOf(useApprovals().data ?? [], file)
  if (!approval) return null
  const state = stateName(approval.status)
  const text = file.versions.length > 1 ? t.ofVersion({ state, number: versionOf(approval, file) }) : state
  return <StateTag state={approval.status} text={text} />
}
