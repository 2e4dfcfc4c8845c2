import type { Kysely } from 'kysely'
import type { Database } from '#database/schema.ts'
import type { MailServices } from '#mail/send.ts'
import { type Application, deleteApplication } from '#oauth/applications.ts'
import { replaceSecret } from '#oauth/client-secret.ts'
import { handOverApplication } from '#oauth/developers.ts'
import { limitRequests } from '#oauth/request-limit.ts'
import { resumeApplication, suspendApplication } from '#oauth/suspension.ts'
import { sendCredentials } from '../person-mails.ts'
import { type Because, recordAct } from './acts.ts'
import { keepersOf, ownersOf } from './application-people.ts'
import { tell } from './support-mails.ts'

/** The application that is supported. */
type Supported = Pick<Application, 'clientId' | 'name'>

const inOne = <R>({ store }: MailServices, work: (rows: Kysely<Database>) => Promise<R>): Promise<R> =>
  store.database.transaction().execute(work)

/** Suspends an application and tells its people. False if it was suspended already. */
export async function suspend(services: MailServices, application: Supported, because: Because): Promise<boolean> {
  const { clientId, name } = application
  const isNew = await inOne(services, async (rows) => {
    const done = await suspendApplication(rows, clientId, because.why, because.byPersonId)
    if (done) await recordAct(rows, 'suspended', application, because)
    return done
  })
  if (!isNew) return false
  await tell(services, await keepersOf(services.store.database, clientId), {
    subject: `${name} is suspended`,
    paragraphs: [
      `whoever runs this server has suspended ${name}: ${because.why}`,
      'Its tokens are refused, nobody can allow it, and its webhooks rest. Nothing was deleted: all of that works again when it is resumed. Events in between are not sent later.',
      'Mend what is said above, then ask whoever runs the server to resume it.',
    ],
    clientId,
  })
  return true
}

/** Resumes an application and tells its people. False if it was not suspended. */
export async function resume(services: MailServices, application: Supported, because: Because): Promise<boolean> {
  const { clientId, name } = application
  const isNew = await inOne(services, async (rows) => {
    const done = await resumeApplication(rows, clientId, because.byPersonId)
    if (done) await recordAct(rows, 'resumed', application, because)
    return done
  })
  if (!isNew) return false
  await tell(services, await keepersOf(services.store.database, clientId), {
    subject: `${name} works again`,
    paragraphs: [
      `whoever runs this server has resumed ${name}: ${because.why}`,
      'Its tokens are taken again, and its webhooks hear of what happens from now on. What happened meanwhile is found through the API.',
    ],
    clientId,
  })
  return true
}

/** Gives an application another limit and tells its people: 0 is none, null the server's own. */
export async function limit(
  services: MailServices,
  application: Supported,
  perMinute: number | null,
  because: Because,
): Promise<void> {
  const { clientId, name } = application
  const said = limitWords(perMinute, services.settings.rateLimitPerMinute)
  await inOne(services, async (rows) => {
    await limitRequests(rows, clientId, perMinute)
    await recordAct(rows, 'limited', application, because, { 'to:': said })
  })
  await tell(services, await keepersOf(services.store.database, clientId), {
    subject: `The limit of ${name} has changed`,
    paragraphs: [
      `whoever runs this server has changed how much ${name} may ask for, to: ${said}. It holds for each of its users, from now on.`,
      `Why: ${because.why}`,
      'Every answer tells in its headers RateLimit and RateLimit-Policy where the program stands.',
    ],
    clientId,
  })
}

/** A limit in words. `usual` is the server's. */
export function limitWords(perMinute: number | null, usual: number): string {
  if (perMinute === null) return `${limitWords(usual, usual)}, as for all applications`
  return perMinute === 0 ? 'no limit' : `${perMinute} requests a minute`
}

/** Makes a new secret and mails it to the people of the application. Nobody else sees it. */
export async function reissue(
  services: MailServices,
  application: Supported,
  { endOldSecret }: { endOldSecret: boolean },
  because: Because,
): Promise<void> {
  const { clientId, name } = application
  const clientSecret = await inOne(services, async (rows) => {
    await recordAct(rows, 'reissued', application, because, {
      'the old one': endOldSecret ? 'ended at once' : 'works for another day',
    })
    return replaceSecret(rows, clientId, { overlap: endOldSecret ? 'none' : 'day', byPersonId: because.byPersonId })
  })
  const { database } = services.store
  const owners = await ownersOf(database, clientId)
  for (const { email } of owners) await sendCredentials(services, email, { name, clientId, clientSecret })
  await tell(services, await keepersOf(database, clientId), {
    subject: `${name} has a new secret`,
    paragraphs: [
      `whoever runs this server has made a new secret for ${name}: ${because.why}`,
      `It is in another mail to ${owners.map(({ email }) => email).join(' and ')}, and nobody else has seen it. ${endOldSecret ? 'The old secret has ended: programs that use it fail until they are changed.' : 'The old secret works for another day, so that running programs can be changed.'}`,
    ],
    clientId,
  })
}

/** Gives an application to another user of its account, and tells both. */
export async function handOver(
  services: MailServices,
  application: Supported,
  to: { personId: number; email: string },
  because: Because,
): Promise<void> {
  const { clientId, name } = application
  const before = await keepersOf(services.store.database, clientId)
  await inOne(services, async (rows) => {
    await handOverApplication(rows, clientId, to.personId, because.byPersonId)
    await recordAct(rows, 'handed over', application, because, { to: to.email })
  })
  const after = await keepersOf(services.store.database, clientId)
  const keepers = new Map([...before, ...after].map((keeper) => [keeper.personId, keeper]))
  await tell(services, [...keepers.values()], {
    subject: `${name} belongs to ${to.email} now`,
    paragraphs: [
      `whoever runs this server has handed ${name} over to ${to.email}: ${because.why}`,
      'Who owned it until now no longer looks after it; its developers stay, and so do its credentials and tokens.',
    ],
    clientId,
  })
}

/** Deletes an application and tells its people. */
export async function remove(
  services: MailServices,
  application: Supported,
  because: Because & { byPersonId: number },
): Promise<void> {
  const { clientId, name } = application
  const keepers = await keepersOf(services.store.database, clientId)
  await inOne(services, async (rows) => {
    await recordAct(rows, 'deleted', application, because)
    await deleteApplication(rows, clientId, because.byPersonId)
  })
  await tell(services, keepers, {
    subject: `${name} was deleted`,
    paragraphs: [
      `whoever runs this server has deleted ${name} (client ID ${clientId}): ${because.why}`,
      'Its tokens, consents and webhooks have ended. This can’t be undone.',
    ],
  })
}
