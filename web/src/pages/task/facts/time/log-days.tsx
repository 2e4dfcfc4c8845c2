import type { Timelog } from '@taskwright/sdk'
import { dayText } from '../../../../data/days.ts'
import { durationText } from '../../../../language/durations.ts'
import { LogRow } from './log-row.tsx'

/** Records by day, the latest first, each day with its sum. */
export function LogDays({ logs }: { logs: readonly Timelog[] }) {
  const days = [...Map.groupBy(logs, ({ trackedDate }) => trackedDate)].sort(([a], [b]) => (a < b ? 1 : -1))
  return (
    <div className="log-days">
      {days.map(([day, ofDay]) => (
        <section key={day} aria-label={dayText(day)}>
          <p className="log-day">
            <time dateTime={day}>{dayText(day)}</time>
            {ofDay.length > 1 && (
              <span className="quiet">{durationText(ofDay.reduce((sum, { hours }) => sum + hours * 60, 0))}</span>
            )}
          </p>
          <ul>
            {ofDay.map((log) => (
              <LogRow key={log.id} log={log} />
            ))}
          </ul>
        </section>
      ))}
    </div>
  )
}
