import type { Caller } from '#access/caller.ts'
import type { Pages } from '#contract/handler.ts'
import { sql } from '#database/sql.ts'
import { shownTaskBlueprints, type TaskBlueprintRow } from './access.ts'
import { presentTaskBlueprint } from './presenter.ts'

const longestList = 1000

type Condition = ReturnType<typeof sql<boolean>>

/** One page of task blueprints, or a list of `limit`: oldest first, behind the last one of the page before. */
export async function pageOfBlueprints(
  caller: Caller,
  { pageSize, limit }: { pageSize?: number | undefined; limit?: number | undefined },
  conditions: readonly Condition[],
  pages: Pages,
  fields: ReadonlySet<string>,
) {
  const [after, knownSize] = (pages.after ?? []) as [number?, number?]
  const size = pageSize ?? knownSize
  const wanted = size ?? Math.min(limit ?? longestList, longestList)
  const rows = (await conditions
    .reduce((query, condition) => query.where(condition), shownTaskBlueprints(caller))
    .$if(after !== undefined, (query) => query.where(sql<boolean>`task_blueprint.task_id > ${after}`))
    .limit(wanted + 1)
    .execute()) as TaskBlueprintRow[]
  const page = rows.slice(0, wanted)
  const last = page.at(-1)
  return {
    data: page.map((row) => presentTaskBlueprint(caller, row, fields)),
    nextPageToken: size !== undefined && last && rows.length > wanted ? pages.token([last.task_id, size]) : undefined,
  }
}
