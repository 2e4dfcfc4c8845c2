import type { Reschedule } from '@taskwright/sdk'
import type { Wanted } from '../../../data/reschedule.ts'
import { plural, words } from '../../../language/words.ts'
import './dates.css'
import { datesText } from './use-draft.ts'

const t = words('moves', {
  task: 'Task',
  before: 'Before',
  after: 'After',
  none: 'No other task moves.',
  title: 'These tasks move with it',
  hidden: ({ count }: { count: number }) =>
    plural(count, {
      one: '# task that is not shared with you moves too.',
      other: '# tasks that are not shared with you move too.',
    }),
  more: ({ count }: { count: number }) => plural(count, { one: 'And # more.', other: 'And # more.' }),
})

/** Rows of the table; beyond them their number is told. */
const most = 50

/** What the server would move, the tasks that were named left out. */
export function Effects({ wanted, moves }: { wanted: Wanted; moves: Reschedule | undefined }) {
  if (!moves) return <p className="quiet moves" aria-live="polite" />
  const named = new Set(wanted.tasks?.length === 1 ? wanted.tasks.map(({ taskId }) => taskId) : [])
  const tasks = moves.tasks.filter(({ taskId }) => !named.has(taskId))
  return (
    <div className="moves" aria-live="polite">
      {tasks.length === 0 && moves.hiddenTasks === 0 && <p className="quiet">{t.none}</p>}
      {tasks.length > 0 && (
        <table>
          <caption>{t.title}</caption>
          <thead>
            <tr>
              <th scope="col">{t.task}</th>
              <th scope="col">{t.before}</th>
              <th scope="col">{t.after}</th>
            </tr>
          </thead>
          <tbody>
            {tasks.slice(0, most).map(({ taskId, title, before, after }) => (
              <tr key={taskId}>
                <th scope="row">{title}</th>
                <td>{datesText(before)}</td>
                <td>{datesText(after)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {tasks.length > most && <p>{t.more({ count: tasks.length - most })}</p>}
      {moves.hiddenTasks > 0 && <p>{t.hidden({ count: moves.hiddenTasks })}</p>}
    </div>
  )
}
