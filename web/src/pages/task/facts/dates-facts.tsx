import { dayOf, dayText, isPast } from '../../../data/days.ts'
import { words } from '../../../language/words.ts'
import { ChosenDate } from './chosen-date.tsx'
import { DateType } from './date-type.tsx'
import { DurationField } from './duration-field.tsx'
import { Fact } from './fact.tsx'
import { Overdue } from './overdue.tsx'
import { useDates } from './use-dates.ts'

const t = words('dates-facts', {
  start: 'Start',
  due: 'Due',
  none: 'Not planned',
  cleared: 'The dates were cleared.',
  starts: ({ day }: { day: string }) => `The task starts on ${day} now.`,
  isDue: ({ day }: { day: string }) => `The task is due on ${day} now.`,
})

/** When the task is worked at, and how long. A task in the backlog gets its first day, a milestone has no start. */
export function DatesFacts() {
  const { task, mayPlan, set, error } = useDates()
  const { type, start = '', due = '', duration } = task.dates
  // What is kept of the plan of a task that is not planned yet.
  const length = type === 'Backlog' && duration ? { duration } : {}
  const clear = () => set({ type: 'Backlog', ...(type === 'Planned' && duration && { duration }) }, t.cleared)

  const begin = (moment: string) =>
    moment === ''
      ? clear()
      : set(
          { type: 'Planned', start: moment, ...(type === 'Milestone' && due >= moment ? { due } : length) },
          t.starts({ day: dayText(moment) }),
        )
  const end = (moment: string) => {
    if (moment === '') return clear()
    const told = t.isDue({ day: dayText(moment) })
    if (type === 'Milestone') return set({ due: moment }, told)
    if (type === 'Backlog') return set({ type: 'Planned', due: moment, ...length }, told)
    // The start stays where it can: the duration follows. Before it, the task moves as a whole.
    set(start && start.slice(0, 10) <= moment.slice(0, 10) ? { start, due: moment } : { due: moment }, told)
  }
  return (
    <>
      {type !== 'Milestone' && (mayPlan || start) && (
        <Fact label={t.start} error={null}>
          <ChosenDate label={t.start} moment={start} usual="09:00" onChange={begin} mayChange={mayPlan} />
        </Fact>
      )}
      <Fact label={t.due} error={error}>
        {mayPlan || due ? (
          <ChosenDate label={t.due} moment={due} usual="17:00" onChange={end} mayChange={mayPlan} />
        ) : (
          <span className="quiet">{t.none}</span>
        )}
        {due && task.status === 'Active' && isPast(due) && <Overdue due={due} today={dayOf(new Date())} />}
      </Fact>
      <DurationField />
      <DateType />
    </>
  )
}
