import type { IsFree } from '../../../data/free-days-of.ts'
import { words } from '../../../language/words.ts'
import { type Axis, type Tick, xOfDay } from './axis.ts'

const t = words('gantt-background', { today: 'Today' })

interface BackgroundProps {
  axis: Axis
  days: { from: number; until: number }
  ticks: readonly Tick[]
  today: number
  isFree: IsFree
  /** Of the line alone: free days would be too narrow to be seen. */
  height: number
}

/** Narrower days can't be told apart. */
const leastWidth = 5

/** Free days in a shade, the beginnings of units as lines, and today; of the days that are seen. */
export function Background({ axis, days, ticks, today, isFree, height }: BackgroundProps) {
  const free: { from: number; until: number }[] = []
  if (axis.dayWidth >= leastWidth)
    for (let day = days.from; day < days.until; day++) {
      const last = free.at(-1)
      if (!isFree(day)) continue
      if (last?.until === day) last.until = day + 1
      else free.push({ from: day, until: day + 1 })
    }
  return (
    <div className="gantt-background" style={{ height }} aria-hidden="true">
      {free.map(({ from, until }) => (
        <span key={from} className="free" style={{ left: xOfDay(axis, from), width: (until - from) * axis.dayWidth }} />
      ))}
      {ticks.map(({ from }) => (
        <span key={from} className="unit" style={{ left: xOfDay(axis, from) }} />
      ))}
      <span className="today" style={{ left: xOfDay(axis, today) + axis.dayWidth / 2 }} title={t.today} />
    </div>
  )
}
