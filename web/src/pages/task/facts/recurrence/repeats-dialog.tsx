import { getRecurrence, getTasksByIds, type Recurrence, setRecurrence } from '@taskwright/sdk'
import { type FormEvent, useId, useState } from 'react'
import { useChange } from '../../../../data/api.ts'
import { dayOf, dayText } from '../../../../data/days.ts'
import { tell } from '../../../../data/notices.ts'
import { listText } from '../../../../language/language.ts'
import { words } from '../../../../language/words.ts'
import { DayField } from '../../../../parts/day-field/day-field.tsx'
import { Dialog } from '../../../../parts/dialog.tsx'
import { Fault } from '../../../../parts/fault.tsx'
import { useOpenTask } from '../../frame/open-task.tsx'
import { EndOfSeries } from './end-of-series.tsx'
import { nextDays, type Rule, ruleText, weekDayOf, weekDays, weekDayText } from './rule.ts'
import './recurrence.css'

const t = words('repeats-dialog', {
  title: 'How the task repeats',
  every: 'Every',
  unit: 'Unit',
  Daily: 'days',
  Weekly: 'weeks',
  Monthly: 'months',
  Yearly: 'years',
  days: 'On these days',
  from: 'Counted from',
  next: ({ days }: { days: string }) => `Then on ${days}.`,
  andSoOn: ({ days }: { days: string }) => `Then on ${days} and so on.`,
  none: 'No further task would be made.',
  how: 'When the task is completed, the next one is made in the same moment, with its people, places, fields and subtasks.',
  save: 'Save',
  cancel: 'Cancel',
  saved: ({ rule }: { rule: string }) => `The task repeats: ${rule}.`,
})

const units = ['Daily', 'Weekly', 'Monthly', 'Yearly'] as const
const shown = 5

/** Sets how a task repeats, in plain words, with the days that follow. */
export function RepeatsDialog({ series, onClose }: { series: Recurrence | undefined; onClose: () => void }) {
  const { task } = useOpenTask()
  const ids = { frequency: useId(), unit: useId() }
  const own = (task.dates.start ?? task.dates.due ?? dayOf(new Date())).slice(0, 10)
  const [rule, setRule] = useState<Rule>(() => (series ? ruleOf(series) : newRule(own)))
  const change = useChange(setRecurrence, [getRecurrence, getTasksByIds])
  const become = (changes: Partial<Rule>) => setRule((before) => ({ ...before, ...changes }))
  const days = nextDays(rule, { day: series?.occurrenceDate ?? own, occurrence: series?.occurrence ?? 1 }, shown)
  const send = (event: FormEvent) => {
    event.preventDefault()
    const { weekDays: chosen, ...rest } = rule
    const sent = {
      taskId: task.id,
      ...rest,
      ...(rule.scheduleType === 'Weekly' && chosen?.length && { weekDays: chosen }),
    }
    void change.mutateAsync(sent).then(
      () => {
        tell(t.saved({ rule: ruleText(rule) }))
        onClose()
      },
      () => {},
    )
  }
  const toggle = (day: (typeof weekDays)[number]) => {
    const chosen = rule.weekDays ?? []
    const next = chosen.includes(day) ? chosen.filter((one) => one !== day) : [...chosen, day]
    if (next.length > 0) become({ weekDays: next })
  }
  return (
    <Dialog title={t.title} onClose={onClose}>
      <form className="recurrence" onSubmit={send}>
        <div className="recurrence-line">
          <label htmlFor={ids.frequency}>{t.every}</label>
          <input
            id={ids.frequency}
            type="number"
            min={1}
            max={999}
            required
            value={rule.scheduleFrequency || ''}
            onChange={({ target }) => become({ scheduleFrequency: Math.min(999, Math.max(0, Number(target.value))) })}
          />
          <select
            id={ids.unit}
            aria-label={t.unit}
            value={rule.scheduleType}
            onChange={({ target }) => become({ scheduleType: target.value as Rule['scheduleType'] })}
          >
            {units.map((unit) => (
              <option key={unit} value={unit}>
                {t[unit]}
              </option>
            ))}
          </select>
        </div>
        {rule.scheduleType === 'Weekly' && (
          <fieldset>
            <legend>{t.days}</legend>
            <div className="recurrence-days">
              {weekDays.map((day) => (
                <label key={day} className="fact-check">
                  <input type="checkbox" checked={rule.weekDays?.includes(day) ?? false} onChange={() => toggle(day)} />
                  {weekDayText(day)}
                </label>
              ))}
            </div>
          </fieldset>
        )}
        <div className="recurrence-line">
          <span>{t.from}</span>
          <DayField
            label={t.from}
            day={rule.intervalStartDate}
            onChange={(intervalStartDate) => become({ intervalStartDate })}
            canClear={false}
          />
        </div>
        <EndOfSeries rule={rule} become={setRule} />
        <output className="recurrence-preview">
          <strong>{rule.scheduleFrequency > 0 && ruleText(rule)}</strong>
          <span>{rule.scheduleFrequency > 0 && previewText(days)}</span>
        </output>
        <p className="quiet">{t.how}</p>
        <Fault error={change.error} />
        <div className="actions">
          <button type="submit" disabled={change.isPending}>
            {t.save}
          </button>
          <button type="button" className="secondary" onClick={onClose}>
            {t.cancel}
          </button>
        </div>
      </form>
    </Dialog>
  )
}

function previewText(days: readonly string[]): string {
  if (days.length === 0) return t.none
  const listed = { days: listText(days.map((day) => dayText(day))) }
  return days.length < shown ? t.next(listed) : t.andSoOn(listed)
}

const newRule = (day: string): Rule => ({
  scheduleType: 'Weekly',
  scheduleFrequency: 1,
  weekDays: [weekDayOf(day)],
  intervalStartDate: day,
})

const ruleOf = (series: Recurrence): Rule => ({
  scheduleType: series.scheduleType,
  scheduleFrequency: series.scheduleFrequency,
  weekDays: series.weekDays ?? [weekDayOf(series.intervalStartDate)],
  intervalStartDate: series.intervalStartDate,
  ...(series.name !== undefined && { name: series.name }),
  ...(series.intervalEndDate && { intervalEndDate: series.intervalEndDate }),
  ...(series.occurrenceLimit && { occurrenceLimit: series.occurrenceLimit }),
})
