import type { Static } from 'typebox'
import type { Caller } from '#access/caller.ts'
import type { EffortAllocation, effortAllocation, responsibleAllocations } from '#contract/effort-allocation.ts'
import { invalidParameter, notAllowed, notFound } from '#contract/errors.ts'
import { features, planHas } from '#contract/plans.ts'
import { encodeId } from '#ids/encode.ts'
import { idAsSent } from '#ids/foreign.ts'
import { resolvePeople } from '../contacts/resolve.ts'

type EffortInput = Static<ReturnType<typeof effortAllocation>>
type ResponsibleInput = Static<ReturnType<typeof responsibleAllocations>>

/** How the effort of a task is kept: as it is shown, with numbers of people. */
export interface EffortColumn extends Record<string, unknown> {
  mode: EffortInput['mode']
  totalEffort?: number
  allocatedEffort?: number
  dailyAllocationPercentage?: number
  responsibleAllocation?: { personId: number; dailyAllocation?: { date: string; effortMinutes: number }[] }[]
}

/**
 * The effort that a request gives a task, or undefined if it says nothing of it.
 *
 * @throws {Refused} `not_allowed` on a plan without effort, `resource_not_found` for somebody unknown.
 */
export async function readEffort(
  caller: Caller,
  input: { effortAllocation?: EffortInput | undefined; setResponsibleAllocation?: ResponsibleInput | undefined },
): Promise<((current: Record<string, unknown> | null) => EffortColumn | null) | undefined> {
  const { effortAllocation: whole, setResponsibleAllocation: spread } = input
  if (!whole && !spread) return undefined
  if (!planHas(caller.plan, 'effort'))
    throw notAllowed(
      `${features.effort.says}: not part of the plan ${caller.plan}, but from ${features.effort.from} on`,
    )
  const inWhole = await readSpread(caller, whole?.responsibleAllocation)
  const alone = await readSpread(caller, spread)
  return (current) => {
    const { responsibleAllocation: _read, ...amounts } = whole ?? {}
    const base = whole ? (amounts as EffortColumn) : ((current as EffortColumn | null) ?? { mode: 'Flexible' })
    const people = alone ?? inWhole
    return people ? { ...base, responsibleAllocation: people } : base
  }
}

async function readSpread(caller: Caller, entries: ResponsibleInput | undefined) {
  if (!entries) return undefined
  for (const { userId, placeholderId } of entries) {
    if (placeholderId !== undefined)
      throw notFound('Placeholder', idAsSent(caller.accountId, 'Placeholder', placeholderId))
    if (userId === undefined)
      throw invalidParameter("Parameter 'responsibleAllocation' value is invalid: each entry needs userId")
  }
  const people = entries.map((entry) => entry.userId as number)
  await resolvePeople(
    caller,
    people.map((contact) => ({ contact })),
  )
  return entries.map(({ userId, dailyAllocation }) => ({
    personId: userId as number,
    ...(dailyAllocation ? { dailyAllocation } : {}),
  }))
}

/** Effort as an answer shows it; on a plan without it there is none to show. */
export function presentEffort(
  caller: Caller,
  effort: EffortColumn | null,
): Static<typeof EffortAllocation> | undefined {
  if (!planHas(caller.plan, 'effort')) return undefined
  if (!effort) return { mode: 'None' }
  const { responsibleAllocation, ...amounts } = effort
  if (!responsibleAllocation) return amounts
  return {
    ...amounts,
    responsibleAllocation: responsibleAllocation.map(({ personId, dailyAllocation }) => ({
      userId: encodeId('Contact', caller.accountId, personId),
      ...(dailyAllocation ? { dailyAllocation } : {}),
    })),
  }
}
