import type { Caller } from '#access/caller.ts'
import { connectionOf } from '#access/connection.ts'
import { sql } from '#database/sql.ts'
import type { StatusGroup } from '#resources/workflows/tables.ts'
import type { CopyInput } from './input.ts'

/** What each custom status of the account becomes in the copy. */
export interface StatusMap {
  from: number[]
  to: number[]
  group: StatusGroup[]
}

interface Status {
  id: number
  workflow: number
  group: StatusGroup
  isHidden: boolean
  isDefault: boolean
}

/**
 * Works out the statuses of a copy. Where one is not to be kept, the first of its group takes its place: in its own
 * workflow, or in that of the new place if custom statuses are not copied; a workflow without the group leaves it to the
 * account's default workflow.
 */
export async function statusMap(
  caller: Caller,
  input: Pick<CopyInput, 'statuses' | 'customStatuses'>,
  workflowThere: number,
): Promise<StatusMap> {
  const { rows: statuses } = await sql<Status>`
    select s.custom_status_id as id, s.workflow_id as workflow, s.status_group as "group", s.hidden as "isHidden", w.standard as "isDefault"
    from custom_status s join workflow w on w.account_id = s.account_id and w.workflow_id = s.workflow_id
    where s.account_id = ${caller.accountId}
    order by s.standard desc, s.position`.execute(connectionOf(caller))
  const firstOf = (group: StatusGroup, workflow: number) =>
    statuses.find((one) => one.workflow === workflow && one.group === group && !one.isHidden) ??
    statuses.find((one) => one.isDefault && one.group === group)
  const becomes = (status: Status): Status => {
    const group = input.statuses ? status.group : 'Active'
    if (input.customStatuses && group === status.group) return status
    return firstOf(group, input.customStatuses ? status.workflow : workflowThere) ?? status
  }
  const made = statuses.map(becomes)
  return { from: statuses.map(({ id }) => id), to: made.map(({ id }) => id), group: made.map(({ group }) => group) }
}

/** The map as rows of a query. */
export const asRows = ({ from, to, group }: StatusMap) =>
  sql`unnest(${from}::bigint[], ${to}::bigint[], ${group}::text[]) as status(source_id, target_id, status_group)`
