import { type TrueIds, temporariesIn, type Waiting, withTrueIds } from './change.ts'

/** Members of a change of a task that say what becomes of it, not what is added or taken: the last of two counts. */
const values = new Set([
  'title',
  'description',
  'importance',
  'status',
  'customStatus',
  'dates',
  'billingType',
  'workScheduleId',
  'effortAllocation',
  'follow',
  'customFields',
])

/**
 * The queue with a change behind the others. A change of a task that the last change of that task says already, and that nobody has
 * tried to send, becomes part of it; two that take each other back go.
 */
export function withChange(queue: readonly Waiting[], change: Waiting): readonly Waiting[] {
  const before = mayTake(queue, change)
  if (!before) return [...queue, change]
  const whole = folded(before, change)
  return queue.flatMap((one) => (one === before ? (isNothing(whole) ? [] : [whole]) : [one]))
}

function mayTake(queue: readonly Waiting[], change: Waiting): Waiting | undefined {
  if (!isOfValues(change)) return undefined
  const { taskId } = change.input
  const last = queue.findLast((one) => JSON.stringify(one.input).includes(JSON.stringify(taskId)))
  if (!last || !isOfValues(last) || last.input.taskId !== taskId) return undefined
  const isUntouched = last.triedMs === undefined && last.tab === undefined && !last.refusal
  return isUntouched && saysAll(last.input, change.input) ? last : undefined
}

/** Whether the parts of dates and effort that one change names are all named by the other. */
const saysAll = (before: Waiting['input'], after: Waiting['input']): boolean =>
  (['dates', 'effortAllocation'] as const).every((name) => {
    const [first, second] = [before[name], after[name]] as (object | undefined)[]
    return !first || !second || Object.keys(first).every((part) => part in second)
  })

const isOfValues = ({ operationId, input, file }: Waiting): boolean =>
  operationId === 'updateTask' && !file && Object.keys(input).every((name) => name === 'taskId' || values.has(name))

type Fields = readonly { id: string }[]

/** The later values, and what was there before the earlier ones. */
function folded(before: Waiting, change: Waiting): Waiting {
  const { status: _s, customStatus: _c, ...others } = before.input
  const isStatus = 'status' in change.input || 'customStatus' in change.input
  const input = { ...(isStatus ? others : before.input), ...change.input }
  const [first, second] = [before.input.customFields, change.input.customFields] as (Fields | undefined)[]
  if (first && second)
    Object.assign(input, {
      customFields: [...first.filter(({ id }) => !second.some((field) => field.id === id)), ...second],
    })
  const row = before.row || change.row ? { row: { ...before.row, ...change.row } } : {}
  return { ...before, ...row, input, base: { ...change.base, ...before.base } }
}

/** Whether a change leaves everything as it was. Of values that are written in more than one way nobody says so. */
const isNothing = ({ input: { taskId: _, ...members }, base = {} }: Waiting): boolean =>
  Object.entries(members).every(
    ([name, value]) =>
      (['title', 'description', 'importance'].includes(name) && value === base[name]) ||
      (name === 'customStatus' && value === base.status),
  )

/** The first that can be sent: nobody else sends it, nobody has to be asked, and all that it speaks of is there. */
export function nextOf(
  queue: readonly Waiting[],
  ids: TrueIds,
  isAlive: (tab: string) => boolean,
): Waiting | undefined {
  return queue.find(
    (one) => !one.refusal && temporariesIn(withTrueIds(one.input, ids)).length === 0 && !(one.tab && isAlive(one.tab)),
  )
}

/** A change and all that speak of what it would have made. */
export function withDependents(queue: readonly Waiting[], change: Waiting): readonly Waiting[] {
  const gone = new Set(change.makes ? [change.makes] : [])
  return queue.filter((one) => {
    if (one.id === change.id) return true
    if (!temporariesIn(one.input).some((id) => gone.has(id))) return false
    if (one.makes) gone.add(one.makes)
    return true
  })
}

/** What waits, by what it waits for. */
export interface Sorted {
  /** Somebody has to say what becomes of it. */
  asks: readonly Waiting[]
  /** It builds upon one of those. */
  held: readonly Waiting[]
  /** It is sent by itself. */
  waits: readonly Waiting[]
}

export function sorted(queue: readonly Waiting[]): Sorted {
  const asks = queue.filter(({ refusal }) => refusal)
  const behind = new Set(asks.flatMap((one) => withDependents(queue, one)))
  const held = queue.filter((one) => !one.refusal && behind.has(one))
  return { asks, held, waits: queue.filter((one) => !one.refusal && !one.tab && !behind.has(one)) }
}
