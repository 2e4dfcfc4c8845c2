import type { Caller } from '#access/caller.ts'
import { invalidParameter, invalidValue } from '#contract/errors.ts'
import type { Input } from '#contract/operation.ts'
import { sql } from '#database/sql.ts'
import { permalinkNumber } from '#http/public-url.ts'
import { metadataCondition } from '../account/metadata.ts'
import { resolveContacts } from '../contacts/resolve.ts'
import { customFieldConditions } from '../custom-fields/filters.ts'
import { itemTypeIds } from '../custom-item-types/access.ts'
import type * as contract from './contract/index.ts'

type FolderQuery = Input<typeof contract.queryFolders>
type Condition = ReturnType<typeof sql<boolean>>

/** Parameters that turn the tree into a list of folders. */
const filters = [
  'permalink',
  'metadata',
  'customField',
  'customFields',
  'updatedDate',
  'project',
  'contractTypes',
  'customItemTypes',
  'customStatuses',
  'authors',
  'owners',
  'startDate',
  'endDate',
  'completedDate',
  'title',
] as const satisfies (keyof FolderQuery)[]

export const hasFilter = (input: FolderQuery): boolean => filters.some((name) => input[name] !== undefined)

/**
 * SQL conditions for the filters of a request; all of them hold together.
 *
 * @throws {Refused} `resource_not_found` for contacts or fields that aren't there, `invalid_parameter` for ranges that
 * contradict themselves.
 */
export async function folderConditions(caller: Caller, input: FolderQuery): Promise<Condition[]> {
  const conditions: Condition[] = []
  const add = (condition: Condition) => conditions.push(condition)
  if (input.permalink !== undefined) add(sql<boolean>`folder.folder_id = ${permalinkNumber(input.permalink) ?? 0}`)
  if (input.title !== undefined) add(sql<boolean>`folder.title ilike ${`%${input.title.replace(/[\\%_]/g, '\\$&')}%`}`)
  if (input.project !== undefined) add(sql<boolean>`folder.is_project = ${input.project}`)
  if (input.metadata) add(metadataCondition(caller, input.metadata, 'folder'))
  if (input.updatedDate) add(instants('updatedDate', 'updated_at', input.updatedDate))
  if (input.startDate) add(days('startDate', sql`folder.project_start`, input.startDate))
  if (input.endDate) add(days('endDate', sql`folder.project_end`, input.endDate))
  if (input.completedDate)
    add(days('completedDate', sql`(folder.project_completed_at at time zone 'UTC')::date`, input.completedDate))
  if (input.contractTypes) add(sql<boolean>`folder.contract_type = any(${input.contractTypes}::text[])`)
  if (input.customStatuses)
    add(sql<boolean>`folder.is_project and folder.project_status_id = any(${input.customStatuses}::bigint[])`)
  if (input.authors)
    add(sql<boolean>`folder.author_id = any(${await resolveContacts(caller, input.authors)}::bigint[])`)
  if (input.owners) add(ownedBy(await resolveContacts(caller, input.owners)))
  if (input.customItemTypes) {
    const types = await itemTypeIds(caller, input.customItemTypes, 'Project')
    add(sql<boolean>`folder.custom_item_type_id = any(${types}::bigint[])`)
  }
  const fields = [...(input.customFields ?? []), ...(input.customField ? [input.customField] : [])]
  if (fields.length > 0) conditions.push(...(await customFieldConditions(caller, fields, 'folder')))
  return conditions
}

const ownedBy = (people: readonly number[]) => sql<boolean>`exists (select from folder_owner o
  where o.account_id = folder.account_id and o.folder_id = folder.folder_id and o.person_id = any(${people}::bigint[]))`

function instants(
  name: string,
  column: string,
  { start, end }: { start?: Date | undefined; end?: Date | undefined },
): Condition {
  if (start && end && start > end) throw invalidValue(name, 'a start before the end')
  const at = sql.ref(`folder.${column}`)
  return sql<boolean>`(${start ?? null}::timestamptz is null or ${at} >= ${start ?? null}) and (${end ?? null}::timestamptz is null or ${at} < ${end ?? null})`
}

function days(
  name: string,
  column: ReturnType<typeof sql>,
  range: { start?: string | undefined; equal?: string | undefined; end?: string | undefined },
): Condition {
  if (range.equal !== undefined) {
    if (range.start !== undefined || range.end !== undefined)
      throw invalidParameter(`Parameter '${name}' value is invalid`)
    return sql<boolean>`${column} = ${range.equal}::date`
  }
  if (range.start !== undefined && range.end !== undefined && range.start > range.end)
    throw invalidValue(name, 'a start before the end')
  return sql<boolean>`${column} >= coalesce(${range.start ?? null}::date, '-infinity') and ${column} < coalesce(${range.end ?? null}::date, 'infinity')`
}
