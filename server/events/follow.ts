import type { Caller } from '#access/caller.ts'
import { followCascades } from '#resources/cascading-fields/follow.ts'
import { followMoney } from '#resources/finance/follow.ts'
import { followRollups } from '#resources/rollups/follow.ts'
import type { EventRecord } from './change.ts'

/**
 * What follows from a change, whoever makes it: values that are derived from others are brought in step in the same
 * transaction, by what the events of the change tell. What that changes in turn is told as events too.
 */
export async function follow(inside: Caller, events: readonly EventRecord[]): Promise<EventRecord[]> {
  const flown = await followCascades(inside, events)
  const rolled = await followRollups(inside, [...events, ...flown])
  const derived = [...flown, ...rolled]
  await followMoney(inside, [...events, ...derived])
  return derived
}
