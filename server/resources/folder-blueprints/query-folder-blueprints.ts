import type { Handler } from '#contract/handler.ts'
import { sql } from '#database/sql.ts'
import { permalinkNumber } from '#http/public-url.ts'
import { customFieldConditions } from '../custom-fields/filters.ts'
import { shownFolderBlueprints } from './access.ts'
import type * as contract from './contract.ts'
import { presentFolderBlueprint } from './presenter.ts'

/** Lists the blueprints of all spaces that the caller sees, oldest first. */
export const queryFolderBlueprints: Handler<typeof contract.queryFolderBlueprints> = async ({
  caller,
  input,
  fields,
}) => {
  const { permalink, title, customFields } = input
  const conditions = await customFieldConditions(caller, customFields ?? [], 'folder')
  if (permalink !== undefined) conditions.push(sql<boolean>`folder.folder_id = ${permalinkNumber(permalink) ?? 0}`)
  if (title !== undefined) conditions.push(sql<boolean>`folder.title ilike ${`%${title.replace(/[\\%_]/g, '\\$&')}%`}`)
  const rows = await conditions
    .reduce((query, condition) => query.where(condition), shownFolderBlueprints(caller))
    .execute()
  return { data: rows.map((row) => presentFolderBlueprint(caller, row as never, fields)) }
}
