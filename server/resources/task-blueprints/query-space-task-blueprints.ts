import type { Handler } from '#contract/handler.ts'
import { sql } from '#database/sql.ts'
import { permalinkNumber } from '#http/public-url.ts'
import { permitSpace } from '../spaces/permit-space.ts'
import type * as contract from './contract.ts'
import { pageOfBlueprints } from './page.ts'

/** @throws {Refused} for a space that is hidden or isn't there. */
export const querySpaceTaskBlueprints: Handler<typeof contract.querySpaceTaskBlueprints> = async ({
  caller,
  input,
  fields,
  pages,
}) => {
  await permitSpace(caller, 'read', input.spaceId)
  const conditions = [sql<boolean>`task_blueprint.space_id = ${input.spaceId}`]
  if (input.permalink !== undefined)
    conditions.push(sql<boolean>`task.task_id = ${permalinkNumber(input.permalink) ?? 0}`)
  return pageOfBlueprints(caller, input, conditions, pages, fields)
}
