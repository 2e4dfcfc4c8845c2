import { startRelay } from '#events/relay.ts'
import type { Data } from '#testing/client.ts'
import { type PeopleServer, startPeopleServer } from '#testing/people-server.ts'
import { startWebhooks } from '#webhooks/start.ts'
import { Ledger } from './ledger.ts'
import { Listener } from './listener.ts'
import { memberOf, type Team } from './team.ts'

/**
 * A team lives through March 2026 with one project. The stories of the month run one after the other, each where the ones
 * before have left off; all they know of one another is here. March 2nd is a Monday.
 */
export interface Month {
  server: PeopleServer
  team: Team
  ledger: Ledger
  /** Of the whole account, of the project with a secret, and Lena's own. */
  listeners: Record<'account' | 'project' | 'guest', Listener>
  space: Data
  project: Data
  tasks: Record<string, Data>
  fields: Record<'depth' | 'supplier', Data>
  statuses: Data[]
  schedule: string
  /** Copy of the project. */
  next: Data
  /** Ids of all that lies in the project. */
  inProject: Set<string>
  files: Data[]
}

export const month = {} as Month

/** The server with all that runs beside it, and Anna. */
export async function beginMonth(): Promise<() => Promise<void>> {
  const server = await startPeopleServer({
    OUTBOUND_ALLOW: '127.0.0.0/8',
    RATE_LIMIT_PER_MINUTE: '0',
    WEBHOOK_RETRY_DELAYS: '1,3,20',
    WEBHOOK_DESCRIPTION_DELAY: '1',
  })
  const relay = startRelay(server.store, server.services.log)
  const webhooks = startWebhooks(server.services)
  const listeners = { account: new Listener(), project: new Listener('Frogs:4ever'), guest: new Listener('rush') }
  for (const listener of Object.values(listeners)) await listener.up()
  const Anna = await memberOf(server, await server.annasBrowser(), 'Anna')
  Object.assign(month, {
    server,
    ledger: new Ledger(),
    listeners,
    team: { Anna } as Team,
    tasks: {},
    inProject: new Set<string>(),
    files: [],
  })
  return async () => {
    await webhooks.stop()
    await relay.stop()
    for (const listener of Object.values(listeners)) await listener.down()
    await server.close()
  }
}
