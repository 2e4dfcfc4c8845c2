import { inject } from 'vitest'
import { startRelay } from '#events/relay.ts'
import type { Data } from '#testing/client.ts'
import { urlOfDatabase } from '#testing/global-setup.ts'
import { type PeopleServer, startPeopleServer } from '#testing/people-server.ts'
import { startWebhooks } from '#webhooks/start.ts'
import { type Front, startFront } from './front.ts'
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
  logs: Data[]
  sheets: Data[]
  /** Ids of what is shared with the guest. */
  guestsOwn: Set<string>
  /** Rows of the exported tables. */
  exported: Record<string, Record<string, string>[]>
}

export const month = {} as Month

const environment = {
  OUTBOUND_ALLOW: '127.0.0.0/8',
  RATE_LIMIT_PER_MINUTE: '0',
  WEBHOOK_RETRY_DELAYS: '1,3,20',
  WEBHOOK_DESCRIPTION_DELAY: '1',
}

/** The server with all that runs beside it, and Anna. */
export async function beginMonth(): Promise<() => Promise<void>> {
  const server = await startPeopleServer(environment)
  const relay = startRelay(server.store, server.services.log)
  const webhooks = startWebhooks(server.services)
  const end = await begin(server)
  return async () => {
    await webhooks.stop()
    await relay.stop()
    await end()
  }
}

/**
 * The month with a server in a process of its own, which answers the programs, places events, works off jobs and tells
 * webhooks. The test's own server has the pages only, and the outbox.
 */
export async function beginMonthElsewhere(): Promise<{ front: Front; end(): Promise<void> }> {
  const server = await startPeopleServer({ ...environment, JOBS: 'false' })
  const { dataDir, publicUrl } = server.services.settings
  const { rows } = await server.store.pool.query('select current_database() as name')
  const front = await startFront({
    ...environment,
    DATABASE_URL: urlOfDatabase(inject('postgres'), rows[0].name),
    DATA_DIR: dataDir,
    PUBLIC_URL: publicUrl,
    DEMO: 'false',
    LONGEST_DELAY: '0',
  })
  const end = await begin({ ...server, url: front.url })
  return {
    front,
    end: async () => {
      await front.close()
      await end()
    },
  }
}

async function begin(server: PeopleServer): Promise<() => Promise<void>> {
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
    logs: [],
    sheets: [],
    guestsOwn: new Set<string>(),
    exported: {},
  })
  return async () => {
    for (const listener of Object.values(listeners)) await listener.down()
    await server.close()
  }
}
