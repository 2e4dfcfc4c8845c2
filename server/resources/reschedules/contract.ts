import { arrayOf, boolean, idText, integer, model, optional, string } from '#contract/model.ts'
import { operation, writeScopes } from '#contract/operation.ts'
import { flag, id, listOf, optional as maybe, object, oneOf, integer as whole } from '#contract/parameters.ts'
import { relationTypes } from '#scheduling/relation-rules.ts'
import { Dependency } from '../dependencies/contract.ts'
import { TaskDates, taskDates } from '../tasks/contract/task.ts'

const RescheduledTask = model(
  'RescheduledTask',
  { taskId: idText('Task'), title: string(), before: TaskDates, after: TaskDates },
  { description: 'A task whose dates a reschedule changes.' },
)

export const Reschedule = model(
  'Reschedule',
  { dryRun: boolean(), tasks: arrayOf(RescheduledTask), hiddenTasks: integer(), dependency: optional(Dependency) },
  {
    description:
      'All tasks that get other dates: those named, and those that follow them. `hiddenTasks` is the number of those that are not shared with you: a plan moves as a whole.',
  },
)

export const createReschedule = operation({
  id: 'createReschedule',
  method: 'POST',
  paths: ['/reschedules'],
  summary: 'Gives tasks other dates, links two of them, and tells what moves',
  description:
    'The named tasks get exactly these dates, whatever they depend on; the tasks behind them move out of the way as after updateTask. `dependency` links two tasks, or changes their link. All or nothing. With `dryRun` nothing is written: the answer is what the same request would do.',
  scopes: writeScopes,
  addition: true,
  kinds: { reschedules: Reschedule },
  parameters: {
    tasks: maybe(listOf(object({ taskId: id('Task'), dates: taskDates() }), { minItems: 1, maxItems: 1000 })),
    dependency: maybe(
      object({
        predecessorId: id('Task'),
        successorId: id('Task'),
        relationType: oneOf(relationTypes),
        lagTime: maybe(whole({ minimum: -1_800_000, maximum: 1_800_000 })),
      }),
    ),
    dryRun: maybe(flag({ description: 'true: tells what would move, and moves nothing' })),
  },
})
