import type { Static } from 'typebox'
import type { Caller } from '#access/caller.ts'
import { permalink } from '#http/public-url.ts'
import { encodeId } from '#ids/encode.ts'
import { presentCustomFields } from '../custom-fields/values.ts'
import type { TaskBlueprintRow } from './access.ts'
import type { TaskBlueprint } from './contract.ts'

/** Row → TaskBlueprint. */
export function presentTaskBlueprint(
  caller: Caller,
  row: TaskBlueprintRow,
  fields: ReadonlySet<string>,
): Static<typeof TaskBlueprint> {
  const id = (number: number) => encodeId('TaskBlueprint', caller.accountId, number)
  const values = fields.has('customFields') ? presentCustomFields(caller, row.custom_fields) : undefined
  return {
    id: id(row.task_id),
    title: row.title,
    childIds: row.children.map(id),
    scope: 'BpTask',
    permalink: permalink(row.task_id),
    ...(values ? { customFields: values } : {}),
  }
}
