import type { Caller } from '#access/caller.ts'
import { visible } from '#access/visible.ts'
import { sql } from '#database/sql.ts'
import { spaceOfBlueprint } from '../blueprints/access.ts'

/** A blueprint with what its answer needs. */
export interface TaskBlueprintRow {
  task_id: number
  title: string
  custom_fields: Record<string, string>
  children: number[]
}

/** The task blueprints that the caller sees: those of the spaces shared with it. */
export const shownTaskBlueprints = (caller: Caller) =>
  visible(caller, 'taskBlueprints')
    .innerJoin('task', (join) =>
      join
        .onRef('task.account_id', '=', 'task_blueprint.account_id')
        .onRef('task.task_id', '=', 'task_blueprint.task_id'),
    )
    .select(['task.task_id', 'task.title', 'task.custom_fields'])
    .select(
      sql<
        number[]
      >`array(select s.task_id from super_task s where s.account_id = task_blueprint.account_id and s.super_task_id = task_blueprint.task_id order by 1)`.as(
        'children',
      ),
    )
    .orderBy('task_blueprint.task_id')

/** One blueprint that is there. @throws {Refused} as `spaceOfBlueprint` does. */
export async function taskBlueprint(caller: Caller, number: number): Promise<TaskBlueprintRow> {
  await spaceOfBlueprint(caller, 'task', number)
  const [row] = await shownTaskBlueprints(caller).where('task_blueprint.task_id', '=', number).execute()
  return row as TaskBlueprintRow
}
