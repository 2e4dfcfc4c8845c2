import { dayOf } from '../../../data/days.ts'
import { words } from '../../../language/words.ts'
import { Icon, type IconName } from '../../../parts/icon.tsx'
import { Picker } from '../../../parts/picker.tsx'
import { Fact } from './fact.tsx'
import { useDates } from './use-dates.ts'

const t = words('date-type', {
  type: 'Planning',
  is: ({ name }: { name: string }) => `Planning: ${name}`,
  now: ({ name }: { name: string }) => `Planning: ${name}.`,
  Planned: 'Planned',
  PlannedNote: 'start and due',
  Milestone: 'Milestone',
  MilestoneNote: 'due only',
  Backlog: 'Backlog',
  BacklogNote: 'no dates',
})

const types = [
  ['Planned', 'calendar'],
  ['Milestone', 'star'],
  ['Backlog', 'inbox'],
] as const satisfies readonly (readonly [string, IconName])[]

/** Whether the task has a start and an end, an end alone, or none yet. */
export function DateType() {
  const { task, mayPlan, set } = useDates()
  const { type, due, duration } = task.dates
  const choose = ([next]: string[]) => {
    if (!next || next === type) return
    const told = t.now({ name: t[next as typeof type] })
    const length = duration ? { duration } : {}
    if (next === 'Backlog') return set({ type: 'Backlog', ...length }, told)
    if (next === 'Milestone') return set({ type: 'Milestone', due: due ?? dayOf(new Date()) }, told)
    set({ type: 'Planned', ...(due ? { due } : { start: dayOf(new Date()) }), ...length }, told)
  }
  const shown = t[type]
  return (
    <Fact label={t.type}>
      {mayPlan ? (
        <Picker
          label={t.type}
          name={t.is({ name: t[type] })}
          items={types.map(([id, icon]) => ({ id, title: t[id], mark: <Icon name={icon} />, note: t[`${id}Note`] }))}
          chosen={[type]}
          onChoose={choose}
          className="plain fact-button"
        >
          {shown}
        </Picker>
      ) : (
        shown
      )}
    </Fact>
  )
}
