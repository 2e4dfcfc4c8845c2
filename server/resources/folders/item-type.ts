import type { Caller } from '#access/caller.ts'
import { invalidParameter } from '#contract/errors.ts'
import type { CustomFieldColumn } from '../account/tables.ts'
import { statusOfType, withFieldsOf } from '../custom-item-types/carry.ts'
import type { ItemTypeRow } from '../custom-item-types/queries.ts'
import type { StatusGroup } from '../workflows/tables.ts'
import type { ProjectInput } from './project.ts'
import { groupOfStatus } from './queries.ts'

/** What a project was or is about to be, before its type is heard. */
interface Project {
  is_project?: boolean
  workflow_id: number
  project_status_id?: number | null
  custom_fields: CustomFieldColumn
  custom_columns: readonly number[]
}

/**
 * Columns that a type gives a project: its fields, as columns too, its workflow and a status of that.
 *
 * @throws {Refused} `invalid_parameter` where the same request makes a folder of it.
 */
export async function projectOfType(caller: Caller, type: ItemTypeRow, project: Project, input: ProjectInput | null) {
  if (project.is_project === false)
    throw invalidParameter("Parameter 'project' value is invalid: a folder has no custom item type")
  const current = project.project_status_id ?? null
  const group = (current === null ? undefined : await groupOfStatus(caller, current)) ?? 'Active'
  const status =
    input?.customStatusId === undefined ? await statusOfType(caller, type, group as StatusGroup, current) : undefined
  return {
    custom_item_type_id: type.custom_item_type_id,
    custom_fields: withFieldsOf(type, project.custom_fields),
    custom_columns: [...new Set([...project.custom_columns, ...type.custom_field_ids])],
    workflow_id: type.default_workflow_id ?? project.workflow_id,
    ...(status === undefined ? {} : { project_status_id: status }),
  }
}
