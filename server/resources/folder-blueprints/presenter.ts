import type { Static } from 'typebox'
import type { Caller } from '#access/caller.ts'
import { permalink } from '#http/public-url.ts'
import { encodeId } from '#ids/encode.ts'
import { presentCustomFields } from '../custom-fields/values.ts'
import type { FolderBlueprintRow } from './access.ts'
import type { FolderBlueprint } from './contract.ts'

/** Row → FolderBlueprint. */
export function presentFolderBlueprint(
  caller: Caller,
  row: FolderBlueprintRow,
  fields: ReadonlySet<string>,
): Static<typeof FolderBlueprint> {
  const id = (number: number) => encodeId('FolderBlueprint', caller.accountId, number)
  const values = fields.has('customFields') ? presentCustomFields(caller, row.custom_fields) : undefined
  return {
    id: id(row.folder_id),
    title: row.title,
    childIds: row.children.map(id),
    scope: 'BpFolder',
    permalink: permalink(row.folder_id),
    ...(values ? { customFields: values } : {}),
  }
}
