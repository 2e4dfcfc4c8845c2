import { useId } from 'react'
import { addMonths } from '../../../../language/calendar-days.ts'
import { words } from '../../../../language/words.ts'
import { DayField } from '../../../../parts/day-field/day-field.tsx'
import type { Rule } from './rule.ts'

const t = words('end-of-series', {
  ends: 'It ends',
  never: 'never',
  on: 'on a day',
  lastDay: 'Last day',
  after: 'after a number of tasks',
  count: 'Number of tasks',
})

/** Whether a series ends: never, on a day, or after a number of tasks. */
export function EndOfSeries({ rule, become }: { rule: Rule; become: (rule: Rule) => void }) {
  const id = useId()
  const { intervalEndDate, occurrenceLimit, ...endless } = rule
  const how = intervalEndDate ? 'on' : occurrenceLimit ? 'after' : 'never'
  const choose = (next: string) => {
    if (next === 'never') become(endless)
    if (next === 'on') become({ ...endless, intervalEndDate: addMonths(rule.intervalStartDate, 3) })
    if (next === 'after') become({ ...endless, occurrenceLimit: 10 })
  }
  return (
    <div className="recurrence-line">
      <label htmlFor={id}>{t.ends}</label>
      <select id={id} value={how} onChange={({ target }) => choose(target.value)}>
        <option value="never">{t.never}</option>
        <option value="on">{t.on}</option>
        <option value="after">{t.after}</option>
      </select>
      {intervalEndDate && (
        <DayField
          label={t.lastDay}
          day={intervalEndDate}
          onChange={(day) => become({ ...endless, intervalEndDate: day })}
          canClear={false}
        />
      )}
      {how === 'after' && (
        <input
          type="number"
          aria-label={t.count}
          min={1}
          max={10_000}
          required
          value={occurrenceLimit}
          onChange={({ target }) =>
            become({ ...endless, occurrenceLimit: Math.min(10_000, Math.max(1, Number(target.value))) })
          }
        />
      )}
    </div>
  )
}
