import type { Static } from 'typebox'
import type { Caller } from '#access/caller.ts'
import type { EffortAllocation, effortAllocation, responsibleAllocations } from '#contract/effort-allocation.ts'
import { invalidParameter, notAllowed } from '#contract/errors.ts'
import { features, planHas } from '#contract/plans.ts'
import { encodeId } from '#ids/encode.ts'
import { resolvePeople } from '../contacts/resolve.ts'
import { requirePlaceholders } from '../placeholders/access.ts'

type EffortInput = Static<ReturnType<typeof effortAllocation>>
type ResponsibleInput = Static<ReturnType<typeof responsibleAllocations>>

/** What one of those who work on it does on each day: a person or a placeholder. */
export type ResponsibleAllocation = ({ personId: number } | { placeholderId: number }) & {
  dailyAllocation?: { date: string; effortMinutes: number }[]
}

/** How the effort of a task is kept: as it is shown, with numbers of people. */
export interface EffortColumn extends Record<string, unknown> {
  mode: EffortInput['mode']
  totalEffort?: number
  allocatedEffort?: number
  dailyAllocationPercentage?: number
  responsibleAllocation?: ResponsibleAllocation[]
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
  if (entries.some(({ userId, placeholderId }) => (userId === undefined) === (placeholderId === undefined)))
    throw invalidParameter(
      "Parameter 'responsibleAllocation' value is invalid: each entry needs either userId or placeholderId",
    )
  await requirePlaceholders(
    caller,
    entries.flatMap(({ placeholderId }) => placeholderId ?? []),
  )
  await resolvePeople(
    caller,
    entries.flatMap(({ userId }) => (userId === undefined ? [] : { contact: userId })),
  )
  return entries.map(
    ({ userId, placeholderId, dailyAllocation }): ResponsibleAllocation => ({
      ...(userId === undefined ? { placeholderId: placeholderId as number } : { personId: userId as number }),
      ...(dailyAllocation ? { dailyAllocation } : {}),
    }),
  )
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
    responsibleAllocation: responsibleAllocation.map(({ dailyAllocation, ...who }) => ({
      ...('personId' in who
        ? { userId: encodeId('Contact', caller.accountId, who.personId) }
        : { placeholderId: encodeId('Placeholder', caller.accountId, who.placeholderId) }),
      ...(dailyAllocation ? { dailyAllocation } : {}),
    })),
  }
}
