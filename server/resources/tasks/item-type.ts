import type { Caller } from '#access/caller.ts'
import { statusOfType, typeOf } from '../custom-item-types/carry.ts'
import type { ItemTypeRow } from '../custom-item-types/queries.ts'
import type { StatusGroup } from '../workflows/tables.ts'
import { completedAt, defaultStatus, type StatusColumns } from './status.ts'

interface Current {
  custom_status_id: number
  status_group: StatusGroup
  completed_at: Date | null
  custom_item_type_id: number | null
}

/**
 * The status that a task's type gives it, where the request names no custom status: in the type's workflow, in the group
 * that the request names, or that the task is in, or Active.
 */
export async function statusFromType(
  caller: Caller,
  given: ItemTypeRow | undefined,
  input: { status?: StatusGroup | undefined; customStatus?: number | undefined },
  current?: Current,
): Promise<StatusColumns | undefined> {
  if (input.customStatus !== undefined || (!given && input.status === undefined)) return undefined
  const group = input.status ?? current?.status_group ?? defaultStatus
  if (!given && group === current?.status_group) return undefined
  const type = given ?? (await typeOf(caller, current?.custom_item_type_id ?? null))
  // A status of the workflow stays, unless another group is wanted.
  const stays = group === current?.status_group ? current.custom_status_id : undefined
  const status = await statusOfType(caller, type, group, stays)
  return status === undefined
    ? undefined
    : { custom_status_id: status, status_group: group, completed_at: completedAt(group, current) }
}
