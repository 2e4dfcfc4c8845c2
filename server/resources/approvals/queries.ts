import type { Caller } from '#access/caller.ts'
import { connectionOf } from '#access/connection.ts'
import { deriveTaskAccess } from '#access/task-access.ts'
import { sql } from '#database/sql.ts'
import type { Rows } from '#events/rows.ts'
import type { ApprovalRow, DecisionRow, FullApproval } from './presenter.ts'

/** Which of these ids are approvals of the account, hidden ones too: only to choose between 404 and 403. */
export async function existingApprovals(caller: Caller, approvalIds: readonly number[]): Promise<Set<number>> {
  const rows = await connectionOf(caller)
    .selectFrom('approval')
    .select('approval_id')
    .where('account_id', '=', caller.accountId)
    .where('approval_id', 'in', approvalIds)
    .execute()
  return new Set(rows.map((row) => row.approval_id))
}

/** The decisions and files of approvals: one query for each, whatever their number. */
export async function withParts(caller: Caller, rows: readonly ApprovalRow[]): Promise<FullApproval[]> {
  if (rows.length === 0) return []
  const approvalIds = rows.map((row) => row.approval_id)
  const decisions = await connectionOf(caller)
    .selectFrom('approval_decision')
    .selectAll()
    .where('account_id', '=', caller.accountId)
    .where('approval_id', 'in', approvalIds)
    .orderBy('approver_id')
    .execute()
  const files = await connectionOf(caller)
    .selectFrom('approval_attachment')
    .selectAll()
    .where('account_id', '=', caller.accountId)
    .where('approval_id', 'in', approvalIds)
    .orderBy('attachment_id')
    .execute()
  const decisionsBy = Map.groupBy(decisions, (decision) => decision.approval_id)
  const filesBy = Map.groupBy(files, (file) => file.approval_id)
  return rows.map((row) => ({
    row,
    decisions: decisionsBy.get(row.approval_id) ?? [],
    attachmentIds: (filesBy.get(row.approval_id) ?? []).map((file) => file.attachment_id),
  }))
}

/** An approval and its decisions, locked until the change ends: two deciders follow each other. */
export async function lockApproval(
  rows: Rows,
  caller: Caller,
  approvalId: number,
): Promise<{ row: ApprovalRow; decisions: DecisionRow[] }> {
  const database = connectionOf(rows)
  const row = await database
    .selectFrom('approval')
    .selectAll()
    .where('account_id', '=', caller.accountId)
    .where('approval_id', '=', approvalId)
    .forUpdate()
    .executeTakeFirstOrThrow()
  const decisions = await database
    .selectFrom('approval_decision')
    .selectAll()
    .where('account_id', '=', caller.accountId)
    .where('approval_id', '=', approvalId)
    .execute()
  return { row, decisions }
}

/** Open approvals of a file, by its first version, locked until the change ends. */
export const lockApprovalsOfFile = (rows: Rows, caller: Caller, originId: number): Promise<ApprovalRow[]> =>
  connectionOf(rows)
    .selectFrom('approval')
    .innerJoin('approval_attachment as file', (on) =>
      on
        .onRef('file.account_id', '=', 'approval.account_id')
        .onRef('file.approval_id', '=', 'approval.approval_id')
        .on('file.attachment_id', '=', originId),
    )
    .selectAll('approval')
    .where('approval.account_id', '=', caller.accountId)
    .where('approval.status', '=', 'Pending')
    .orderBy('approval.approval_id')
    .forUpdate('approval')
    .execute()

/** The first of these people who does not see the folder, by themselves or through a group. */
export async function firstWhoMisses(
  caller: Caller,
  folderId: number,
  people: readonly number[],
): Promise<number | undefined> {
  const { rows } = await sql<{ person_id: number }>`
    with recursive of_group(person_id, group_id) as (
      select person_id, group_id from group_member where account_id = ${caller.accountId} and person_id = any(${people}::bigint[])
      union
      select g.person_id, p.parent_group_id from of_group g
      join group_parent p on p.account_id = ${caller.accountId} and p.group_id = g.group_id
    )
    select person_id from unnest(${people}::bigint[]) with ordinality as asked(person_id, at)
    where not exists (
      select from folder_access a where a.account_id = ${caller.accountId} and a.folder_id = ${folderId}
        and (a.principal_id = asked.person_id
          or a.principal_id in (select g.group_id from of_group g where g.person_id = asked.person_id)))
    order by at limit 1`.execute(connectionOf(caller))
  return rows[0]?.person_id
}

/** Derives who reaches a task, after it was shared with its approvers. */
export const deriveAccess = (rows: Rows, caller: Caller, taskId: number): Promise<void> =>
  deriveTaskAccess(connectionOf(rows), caller.accountId, [taskId])
