import type { Kysely } from 'kysely'
import type { Static } from 'typebox'
import type { Caller } from '#access/caller.ts'
import { formatInstant } from '#contract/dates.ts'
import type { Database } from '#database/schema.ts'
import { encodeId } from '#ids/encode.ts'
import type { Change } from '#resources/changes/contract.ts'
import type { EventRow } from '#webhooks/facets/facet.ts'
import { type Sight, sight } from '#webhooks/sight.ts'
import { type Item, type Told, tell } from './told.ts'

/** Who is told of changes. */
export type Reader = Pick<Caller, 'accountId' | 'personId' | 'role' | 'principals'>

/** A change as one reader is told of it. */
export type TellableChange = Static<typeof Change>

/**
 * Reads what some people may see of some events of their account: at most two queries, whatever their number. What is seen
 * at this moment counts, as for webhooks.
 *
 * @returns what each of them is told, in the order of the events.
 */
export async function seenBy(
  database: Kysely<Database>,
  accountId: number,
  events: readonly EventRow[],
  readers: readonly Reader[],
): Promise<(reader: Reader) => TellableChange[]> {
  const told = events.map(tell).filter((one) => one !== undefined)
  const items = told.flatMap(({ items, left }) => [...items, ...left])
  const owners = new Map(readers.map(({ personId, principals }) => [personId, principals]))
  const seen = await sight(database, accountId, items, owners)
  const common = new Map<Told, TellableChange>()
  const whole = (one: Told) => {
    const known = common.get(one) ?? present(one)
    common.set(one, known)
    return known
  }
  return (reader) =>
    told.flatMap((one) => {
      const how = howTold(one, reader, seen)
      return how === 'not' ? [] : [how === 'whole' ? whole(one) : presentGone(one)]
    })
}

function howTold(told: Told, reader: Reader, { sees }: Sight): 'whole' | 'gone' | 'not' {
  const isNamed = told.principals.some((principal) => reader.principals.includes(principal))
  if (told.items.length === 0) {
    const isOutsider = reader.role === 'external' || reader.role === 'collaborator'
    return isNamed || !isOutsider || told.entityType !== 'Contact' ? 'whole' : 'not'
  }
  const isSeen = ({ on, id }: Item) => sees(reader.personId, on, id)
  if (told.items.every(isSeen)) return 'whole'
  return isNamed || told.left.some(isSeen) ? 'gone' : 'not'
}

function present({ event, entityType, entityId, items, gone, members }: Told): TellableChange {
  const [item] = items
  const account = event.account_id
  return {
    sequence: event.sequence as number,
    type: event.type,
    entityType,
    entityId,
    ...(item && hangs.has(entityType)
      ? item.on === 'task'
        ? { taskId: encodeId('Task', account, item.id) }
        : { folderId: encodeId('Folder', account, item.id) }
      : {}),
    ...(members ? { members: [...members] } : {}),
    ...(gone ? { gone } : {}),
    ...(event.actor_id === null ? {} : { authorId: encodeId('Contact', account, event.actor_id) }),
    date: formatInstant(event.occurred_at),
  }
}

const hangs = new Set<string>(['Comment', 'Attachment', 'Timelog', 'Approval', 'Booking'])

/** To those who no longer see it: that it is gone, and no word of how. */
const presentGone = ({ event, entityType, entityId }: Told): TellableChange => ({
  sequence: event.sequence as number,
  type: 'AccessRemoved',
  entityType,
  entityId,
  gone: true,
  date: formatInstant(event.occurred_at),
})
