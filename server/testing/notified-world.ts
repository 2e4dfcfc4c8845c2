import { startRelay } from '#events/relay.ts'
import { startNotifying } from '#notifying/start.ts'
import type { Data } from './client.ts'
import type { Person } from './people.ts'
import { startWorld, type World } from './world.ts'

/** The small world in which people are told of what happens. */
export interface NotifiedWorld extends World {
  /** Settles when everybody has been told of all that has happened so far. */
  told(): Promise<void>
  /** What somebody is told, newest first, once they have been told of all. */
  inbox(who: Person, query?: Record<string, unknown>): Promise<Data[]>
}

/** Starts one for a test file. */
export async function startNotifiedWorld(): Promise<NotifiedWorld> {
  const world = await startWorld()
  const relay = startRelay(world.store, world.services.log)
  const notifying = startNotifying(world.services)
  const told = async () => {
    const isBehind = `select exists (select from event where sequence is null)
      or exists (select from notification_cursor c join event_sequence s using (account_id)
        where s.last_sequence > c.last_sequence) as behind`
    while ((await world.store.pool.query(isBehind)).rows[0].behind)
      await new Promise((resolve) => setTimeout(resolve, 10))
  }
  return {
    ...world,
    told,
    inbox: async (who, query = {}) => {
      await told()
      return (await who.get('/notifications', query)).body.data
    },
    close: async () => {
      await notifying.stop()
      await relay.stop()
      await world.close()
    },
  }
}
