import type { Task } from '@taskwright/sdk'
import { type Axis, xOf } from './axis.ts'

export const rowHeight = 38
/** Of a bar, in the middle of its row. */
export const barHeight = 20

/** Where something lies on the axis; a milestone has no width. */
export interface Bar {
  x: number
  width: number
  isMilestone: boolean
}

type Dates = Pick<Task['dates'], 'type' | 'start' | 'due'>

/** The narrowest bar that can be seen and aimed at. */
const narrowest = 6

/** The bar of dates; none for a task without. */
export function barOf(axis: Axis, { type, start, due }: Dates): Bar | undefined {
  if (!due) return undefined
  const end = xOf(axis, due)
  if (type === 'Milestone' || !start) return { x: end, width: 0, isMilestone: true }
  const x = xOf(axis, start)
  return { x, width: Math.max(end - x, narrowest), isMilestone: false }
}

export type RelationType = 'StartToStart' | 'StartToFinish' | 'FinishToStart' | 'FinishToFinish'

/** Room for a line to turn before it reaches a bar. */
const turn = 10

/** The line from the end of one bar that a relation speaks of to that of another, around both, as an SVG path. */
export function pathBetween(
  relation: RelationType,
  one: { bar: Bar; y: number },
  other: { bar: Bar; y: number },
): string {
  const out = relation.startsWith('Start') ? -1 : 1
  const into = relation.endsWith('ToStart') ? 1 : -1
  const from = edgeOf(one.bar, out)
  const to = edgeOf(other.bar, -into)
  const leave = from + out * turn
  const arrive = to - into * turn
  const isStraight = out === into && (into === 1 ? arrive >= leave : arrive <= leave)
  if (isStraight) {
    const middle = into === 1 ? Math.max(leave, arrive) : Math.min(leave, arrive)
    return `M${from} ${one.y}H${middle}V${other.y}H${to}`
  }
  if (out !== into) {
    const beyond = out === 1 ? Math.max(leave, arrive) : Math.min(leave, arrive)
    return `M${from} ${one.y}H${beyond}V${other.y}H${to}`
  }
  // Back between the rows, where no bar is.
  const between = other.y > one.y ? other.y - rowHeight / 2 : other.y + rowHeight / 2
  return `M${from} ${one.y}H${leave}V${between}H${arrive}V${other.y}H${to}`
}

/** The left (-1) or right (1) edge of a bar; a milestone's picture reaches to both sides of its moment. */
export const edgeOf = ({ x, width, isMilestone }: Bar, side: number): number =>
  isMilestone ? x + (side * barHeight) / 2 : side < 0 ? x : x + width
