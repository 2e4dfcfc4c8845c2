import type { Handler } from '#contract/handler.ts'
import { sql } from '#database/sql.ts'
import { type SpaceRow, spaceRows } from './access.ts'
import { isMember } from './columns.ts'
import type * as contract from './contract.ts'
import { presentSpace } from './presenter.ts'

/** Lists the spaces the caller sees, oldest first; archived ones only when asked for. */
export const querySpaces: Handler<typeof contract.querySpaces> = async ({ caller, input, fields }) => {
  const { title, accessTypes } = input
  const rows = await spaceRows(caller)
    .where('folder.deleted_at', 'is', null)
    .$if(!input.withArchived, (query) => query.where('space.archived', '=', false))
    .$if(input.userIsMember === true, (query) => query.where(isMember(caller)))
    .$if(title !== undefined, (query) =>
      query.where(sql<boolean>`folder.title ilike ${`%${(title as string).replace(/[\\%_]/g, '\\$&')}%`}`),
    )
    .$if(accessTypes !== undefined, (query) =>
      query.where(sql<boolean>`space.access_type = any(${accessTypes}::text[])`),
    )
    .orderBy('folder.folder_id')
    .execute()
  return { data: (rows as SpaceRow[]).map((row) => presentSpace(caller, row, { ...input, fields })) }
}
