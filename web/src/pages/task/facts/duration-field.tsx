import { durationText, parseDuration } from '../../../language/durations.ts'
import { words } from '../../../language/words.ts'
import { DurationInput } from '../../../parts/duration-input.tsx'
import { Fact } from './fact.tsx'
import { useDates } from './use-dates.ts'

const t = words('duration-field', {
  duration: 'Duration',
  weekends: 'On weekends too',
  hint: '3d, 4h …',
  now: ({ text }: { text: string }) => `The task takes ${text} now.`,
  withWeekends: 'The task is worked at on weekends too.',
  withoutWeekends: 'The task rests on weekends.',
})

/** The longest that the server takes, in working minutes. */
const most = 1_799_999

/** Working time from start to due; a number alone means days. Of a milestone there is none. */
export function DurationField() {
  const { task, mayPlan, set, error } = useDates()
  const { type, duration, workOnWeekends = false } = task.dates
  if (type === 'Milestone') return null
  if (!mayPlan) return duration ? <Fact label={t.duration}>{durationText(duration, { inDays: true })}</Fact> : null
  return (
    <Fact label={t.duration} error={error}>
      <DurationInput
        label={t.duration}
        minutes={duration}
        placeholder={t.hint}
        text={(minutes) => durationText(minutes, { inDays: true })}
        parse={(text) => parseDuration(text, 'day')}
        most={most}
        onChange={(minutes = 0) => set({ duration: minutes }, t.now({ text: durationText(minutes, { inDays: true }) }))}
      />
      {type === 'Planned' && (
        <label className="fact-check">
          <input
            type="checkbox"
            checked={workOnWeekends}
            onChange={() =>
              set({ workOnWeekends: !workOnWeekends }, workOnWeekends ? t.withoutWeekends : t.withWeekends)
            }
          />
          {t.weekends}
        </label>
      )}
    </Fact>
  )
}
