import { invalidParameter, required } from '#contract/errors.ts'
import type { Input } from '#contract/operation.ts'
import { sql } from '#database/sql.ts'
import type * as contract from './contract.ts'

type AuditQuery = Input<typeof contract.queryAuditLog>
type Condition = ReturnType<typeof sql<boolean>>

/** What to look for: values of the columns that lead an index, a list of each, and conditions on what they find. */
export interface AuditSearch {
  led: { object_id?: readonly string[]; person_id?: readonly number[]; operation?: readonly string[] }
  conditions: Condition[]
}

/**
 * Reads the filters. Those on objects are refused without the filters they need beside them, as in the original.
 *
 * @throws {Refused} `parameter_required`, `invalid_parameter`
 */
export function readSearch(input: AuditQuery): AuditSearch {
  const { eventDate, operations, objectType, objectIds, users } = input
  if (objectIds && objectType === undefined) throw required('objectType')
  if (objectType !== undefined && eventDate === undefined) throw required('eventDate')
  if (objectType !== undefined && operations === undefined) throw required('operations')
  const { start, end } = eventDate ?? {}
  if (start && end && start > end)
    throw invalidParameter("Parameter 'eventDate' value is invalid: it ends before it starts")
  const distinct = <V>(values: readonly V[]): V[] => [...new Set(values)]
  return {
    // The ids of objects find so few that nothing else needs to lead.
    led: objectIds
      ? { object_id: distinct(objectIds) }
      : {
          ...(users ? { person_id: users } : {}),
          ...(operations ? { operation: distinct(operations) } : {}),
        },
    conditions: [
      ...(start ? [sql<boolean>`r.occurred_at >= ${start}::timestamptz`] : []),
      ...(end ? [sql<boolean>`r.occurred_at < ${end}::timestamptz`] : []),
      ...(objectType === undefined ? [] : [sql<boolean>`r.object_type = ${objectType}`]),
      ...(objectIds && users ? [sql<boolean>`r.person_id = any(${users}::bigint[])`] : []),
      ...(objectIds && operations ? [sql<boolean>`r.operation = any(${operations}::text[])`] : []),
    ],
  }
}
