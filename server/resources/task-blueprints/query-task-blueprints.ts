import type { Handler } from '#contract/handler.ts'
import { sql } from '#database/sql.ts'
import { permalinkNumber } from '#http/public-url.ts'
import { customFieldConditions } from '../custom-fields/filters.ts'
import type * as contract from './contract.ts'
import { pageOfBlueprints } from './page.ts'

/** Lists the blueprints of all spaces that the caller sees, oldest first. */
export const queryTaskBlueprints: Handler<typeof contract.queryTaskBlueprints> = async ({
  caller,
  input,
  fields,
  pages,
}) => {
  const { permalink, title, customFields } = input
  const conditions = await customFieldConditions(caller, customFields ?? [], 'task')
  if (permalink !== undefined) conditions.push(sql<boolean>`task.task_id = ${permalinkNumber(permalink) ?? 0}`)
  if (title !== undefined) conditions.push(sql<boolean>`task.title ilike ${`%${title.replace(/[\\%_]/g, '\\$&')}%`}`)
  return pageOfBlueprints(caller, input, conditions, pages, fields)
}
