import { type Axis, type Tick, xOfDay } from './axis.ts'

/** The units above the chart, in two rows, as far as they are seen. */
export function TimeHead({ axis, upper, lower }: { axis: Axis; upper: readonly Tick[]; lower: readonly Tick[] }) {
  return (
    <div className="gantt-time" aria-hidden="true">
      {[upper, lower].map((ticks, row) => (
        <div key={row === 0 ? 'upper' : 'lower'} className="gantt-units">
          {ticks.map(({ from, until, label, title }) => (
            <span key={from} title={title} style={{ left: xOfDay(axis, from), width: (until - from) * axis.dayWidth }}>
              <span>{label}</span>
            </span>
          ))}
        </div>
      ))}
    </div>
  )
}
