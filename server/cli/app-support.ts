import { pino } from 'pino'
import { listApplications } from '#console/server/applications-query.ts'
import { limit, limitWords, resume, suspend } from '#console/server/support.ts'
import { type Application, findApplication } from '#oauth/applications.ts'
import { readLimit } from '#oauth/request-limit.ts'
import { CommandFault, command, type Session } from './command.ts'

const which = { id: { value: 'CLIENT_ID', says: 'Client id of the application', required: true } } as const
const why = {
  value: 'TEXT',
  says: 'Why; its people get a mail with it, and it stays in the history',
  required: true,
} as const

export const appList = command({
  name: 'app list',
  says: 'Lists applications as JSON, newest first.',
  options: {
    search: { value: 'TEXT', says: 'Part of the name, of an address of its people or of the account; a client id' },
    suspended: { says: 'Only those that are suspended' },
  },
  run: async (given, session) => {
    const { database } = await session.store()
    const filter = {
      search: given.search?.trim() ?? '',
      state: given.suspended ? 'suspended' : 'all',
      order: 'newest',
      after: undefined,
    } as const
    const { applications } = await listApplications(database, filter, 10_000)
    const shown = applications.map((one) => ({
      clientId: one.client_id,
      name: one.name,
      account: one.account_name,
      owners: one.owners,
      consents: one.grants,
      lastUsed: one.last_used_at,
      suspended: one.suspended_at,
      requestsPerMinute: one.requests_per_minute,
    }))
    session.print(JSON.stringify(shown, null, 2))
  },
})

export const appSuspend = command({
  name: 'app suspend',
  says: 'Suspends an application: its tokens are refused and its webhooks rest until it is resumed.',
  options: { ...which, why },
  run: async (given, session) => {
    const application = await applicationNamed(session, given.id)
    const isNew = await suspend(await mailServices(session), application, { why: given.why.trim(), byPersonId: null })
    if (!isNew) throw new CommandFault(`${application.name} is suspended already`)
    session.print(`${application.name} is suspended`)
  },
})

export const appResume = command({
  name: 'app resume',
  says: 'Ends the suspension of an application.',
  options: { ...which, why },
  run: async (given, session) => {
    const application = await applicationNamed(session, given.id)
    const isNew = await resume(await mailServices(session), application, { why: given.why.trim(), byPersonId: null })
    if (!isNew) throw new CommandFault(`${application.name} is not suspended`)
    session.print(`${application.name} works again`)
  },
})

export const appLimit = command({
  name: 'app limit',
  says: 'Limits the requests of an application for each of its users.',
  options: {
    ...which,
    'per-minute': { value: 'N', says: 'Requests a minute; 0 for no limit. Without, as for all applications' },
    why,
  },
  run: async (given, session) => {
    const perMinute = readLimit(given['per-minute'] ?? '')
    if (perMinute === undefined) throw new CommandFault('--per-minute must be a whole number up to 1,000,000')
    const application = await applicationNamed(session, given.id)
    await limit(await mailServices(session), application, perMinute, { why: given.why.trim(), byPersonId: null })
    session.print(`${application.name}: ${limitWords(perMinute, session.settings.rateLimitPerMinute)}`)
  },
})

async function applicationNamed(session: Session, clientId: string): Promise<Application> {
  const application = await findApplication((await session.store()).database, clientId.trim())
  if (!application) throw new CommandFault(`There is no application ${clientId}`)
  return application
}

/** What mail needs; its faults are told beside the command's own words. */
const mailServices = async (session: Session) => ({
  settings: session.settings,
  store: await session.store(),
  log: pino({ level: session.settings.logLevel }, process.stderr),
})
