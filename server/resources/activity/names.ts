import { type Caller, withReach } from '#access/caller.ts'
import { visible } from '#access/visible.ts'
import { sql } from '#database/sql.ts'
import { groupRows, personRows } from '../contacts/queries.ts'
import { fieldsById } from '../custom-fields/queries.ts'
import { itemTypesById } from '../custom-item-types/queries.ts'
import { findWorkflows } from '../workflows/queries.ts'
import type { Read, Ref } from './acts.ts'
import { invitedAmong } from './queries.ts'

/** Names of what a page of history mentions, as far as the caller sees it; what is not here is hidden. */
export interface Names {
  of(ref: Ref): string | undefined
  status(id: number): string | undefined
  field(id: number): string | undefined
  itemType(id: number): string | undefined
}

/** Looks names up: a query for each kind of thing that is mentioned, whatever the number. */
export async function namesFor(
  caller: Caller,
  reads: readonly Read[],
  actors: readonly (number | null)[],
): Promise<Names> {
  const refs = reads.flatMap(({ added = [], removed = [] }) => [...added, ...removed])
  const numbers = (type: Ref['type']) => refs.filter((ref) => ref.type === type).map(({ number }) => number)
  const states = reads.flatMap(({ from = {}, to = {} }) => [from, to])
  const contacts = [...numbers('Contact'), ...actors.filter((id) => id !== null)]
  const named: Record<Ref['type'], Map<number, string>> = {
    Contact: await contactNames(caller, contacts),
    Folder: await folderTitles(caller, numbers('Folder')),
    Task: await taskTitles(caller, numbers('Task')),
  }
  const workflows = states.some(({ customStatusId }) => customStatusId) ? await findWorkflows(caller) : []
  const statuses = new Map(
    workflows
      .filter(({ isVisible }) => isVisible)
      .flatMap(({ statuses }) => statuses.map((status) => [status.custom_status_id, status.name] as const)),
  )
  const fields = await fieldsById(
    caller,
    reads.flatMap(({ fields = [] }) => fields.map(({ id }) => id)),
  )
  const types = await itemTypesById(
    caller,
    states.flatMap(({ itemTypeId }) => (itemTypeId ? [Number(itemTypeId)] : [])),
  )
  const seen = <R extends { isVisible: boolean; title: string }>(row: R | undefined) =>
    row?.isVisible ? row.title : undefined
  return {
    of: ({ type, number }) => named[type].get(number),
    status: (id) => statuses.get(id),
    field: (id) => seen(fields.get(id)),
    itemType: (id) => seen(types.get(id)),
  }
}

async function contactNames(caller: Caller, numbers: readonly number[]): Promise<Map<number, string>> {
  if (numbers.length === 0) return new Map()
  const people = await personRows(caller, [sql<boolean>`u.person_id = any(${numbers}::bigint[])`])
  const groups = numbers.some((number) => number < 0)
    ? await groupRows(caller, [sql<boolean>`g.group_id = any(${numbers}::bigint[])`])
    : []
  const missing = people.length < numbers.filter((number) => number > 0).length
  const invited = missing ? await invitedAmong(caller, numbers) : []
  return new Map([
    ...invited.map((row) => [row.person_id, row.email] as const),
    ...people.map((row) => [row.person_id, `${row.first_name} ${row.last_name}`.trim() || row.email] as const),
    ...groups.map((row) => [row.group_id, row.title] as const),
  ])
}

async function folderTitles(caller: Caller, numbers: readonly number[]): Promise<Map<number, string>> {
  if (numbers.length === 0) return new Map()
  const rows = await visible(caller, 'folders')
    .select(['folder.folder_id', 'folder.title'])
    .where('folder.folder_id', 'in', numbers)
    .execute()
  return new Map(rows.map((row) => [row.folder_id, row.title]))
}

async function taskTitles(caller: Caller, numbers: readonly number[]): Promise<Map<number, string>> {
  if (numbers.length === 0) return new Map()
  const rows = await visible(withReach(caller, 'wide'), 'tasks')
    .select(['task.task_id', 'task.title'])
    .where('task.task_id', 'in', numbers)
    .execute()
  return new Map(rows.map((row) => [row.task_id, row.title]))
}
