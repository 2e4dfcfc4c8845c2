import type { Task } from '@taskwright/sdk'
import { useTaskChange } from '../../../../data/tasks.ts'
import { durationText, parseDuration } from '../../../../language/durations.ts'
import { numberText } from '../../../../language/language.ts'
import { words } from '../../../../language/words.ts'
import { DurationInput } from '../../../../parts/duration-input.tsx'
import { Picker } from '../../../../parts/picker.tsx'
import { useOpenTask } from '../../frame/open-task.tsx'
import { Fact } from '../fact.tsx'
import { EffortOfDays } from './effort-of-days.tsx'

const t = words('effort-fact', {
  effort: 'Effort',
  is: ({ name }: { name: string }) => `Effort: ${name}`,
  now: ({ name }: { name: string }) => `Effort: ${name}.`,
  changed: ({ text }: { text: string }) => `The effort is ${text} now.`,
  None: 'Not planned',
  FullTime: 'Full time',
  Basic: 'In all',
  Flexible: 'Day by day',
  NoneNote: 'no effort',
  FullTimeNote: 'all working time from start to due',
  BasicNote: 'an amount, spread evenly',
  FlexibleNote: 'an amount for each day and person',
  ofTime: ({ percent }: { percent: string }) => `${percent} of the working time`,
  hint: '6h, 2d …',
})

type Effort = NonNullable<Task['effortAllocation']>
const modes = ['None', 'Basic', 'FullTime', 'Flexible'] as const
const most = 100_000_000

/** How much work the task is, and how it is spread over its days. */
export function EffortFact() {
  const { task, may } = useOpenTask()
  const change = useTaskChange()
  const effort = task.effortAllocation
  // A plan without effort tells of none.
  if (!effort) return null
  const { mode, totalEffort, dailyAllocationPercentage } = effort
  const text = (minutes: number) => durationText(minutes)
  const set = (next: Effort, told: string) => change.set(task, { effortAllocation: asInput(next) }, told)
  const choose = ([next]: string[]) => {
    if (!next || next === mode) return
    const { responsibleAllocation: _, ...rest } = effort
    const said = {
      ...(next !== 'None' && next !== 'FullTime' && rest.totalEffort && { totalEffort: rest.totalEffort }),
    }
    set({ mode: next as Effort['mode'], ...said }, t.now({ name: t[next as Effort['mode']] }))
  }
  const takesTotal = mode === 'Basic' || mode === 'Flexible'
  return (
    <Fact label={t.effort} error={change.error}>
      {may('editTask') ? (
        <Picker
          label={t.effort}
          name={t.is({ name: t[mode] })}
          items={modes.map((id) => ({ id, title: t[id], note: t[`${id}Note`] }))}
          chosen={[mode]}
          onChoose={choose}
          className="plain fact-button"
        >
          {t[mode]}
        </Picker>
      ) : (
        <span>{t[mode]}</span>
      )}
      {takesTotal && may('editTask') ? (
        <DurationInput
          label={t.effort}
          minutes={totalEffort}
          text={text}
          parse={parseDuration}
          most={most}
          placeholder={t.hint}
          onChange={(minutes = 0) => {
            const { responsibleAllocation: _, ...rest } = effort
            set({ ...rest, totalEffort: minutes }, t.changed({ text: text(minutes) }))
          }}
        />
      ) : (
        totalEffort !== undefined && <span>{text(totalEffort)}</span>
      )}
      {dailyAllocationPercentage !== undefined && mode !== 'None' && (
        <span className="quiet">
          {t.ofTime({
            percent: numberText(dailyAllocationPercentage / 100, { style: 'percent', maximumFractionDigits: 1 }),
          })}
        </span>
      )}
      {mode === 'Flexible' && (
        <EffortOfDays effort={effort} onChange={(next) => set(next, t.now({ name: t.Flexible }))} />
      )}
    </Fact>
  )
}

/** What follows from the rest is the server's to say. */
const asInput = ({ mode, totalEffort, responsibleAllocation }: Effort): Effort => ({
  mode,
  ...(totalEffort !== undefined && mode !== 'FullTime' && { totalEffort }),
  ...(responsibleAllocation && { responsibleAllocation }),
})
