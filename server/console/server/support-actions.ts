import type { Faults } from '#design/fields.ts'
import type { Page, Redirect } from '#design/page.ts'
import { developersOf } from '#oauth/developers.ts'
import { readLimit } from '#oauth/request-limit.ts'
import { normalEmail } from '../email.ts'
import type { PersonalVisit } from '../visit.ts'
import { ownersOf } from './application-people.ts'
import { handOver, limit, reissue, remove, resume, suspend } from './support.ts'
import { type Form, supportPage } from './support-page.ts'
import type { SupportedApplication } from './supported.ts'

/** What a form does when all is well with it, or what is wrong with it. */
type Action = (
  visit: PersonalVisit,
  application: SupportedApplication,
  because: { why: string; byPersonId: number },
) => Promise<Faults | undefined>

const actions: Record<Form, Action> = {
  async limit({ services, form }, application, because) {
    const perMinute = readLimit(form.per_minute ?? '')
    if (perMinute === undefined) return { per_minute: 'Give a whole number up to 1,000,000, or nothing' }
    return void (await limit(services, application, perMinute, because))
  },
  async suspension({ services }, application, because) {
    await suspend(services, application, because)
    return undefined
  },
  async resumption({ services }, application, because) {
    await resume(services, application, because)
    return undefined
  },
  async secret({ services, database, form }, application, because) {
    if (application.isPublic) return { '': 'It is public and has no secret' }
    if ((await ownersOf(database, application.clientId)).length === 0)
      return { '': 'Nobody active looks after it, so nobody could be sent the secret. Hand it over first.' }
    return void (await reissue(services, application, { endOldSecret: form.end_old === '1' }, because))
  },
  async owner({ services, database, form }, application, because) {
    const to = await database
      .selectFrom('person')
      .innerJoin('account_user as user', 'user.person_id', 'person.person_id')
      .select(['person.person_id as personId', 'person.email'])
      .where('person.email', '=', normalEmail(form.email ?? ''))
      .where('user.account_id', '=', application.accountId)
      .where('user.state', '=', 'active')
      .executeTakeFirst()
    if (!to) return { email: `Nobody with this address is an active user of ${application.accountName}` }
    const owners = (await developersOf(database, application.clientId)).filter(({ role }) => role === 'owner')
    if (owners.length === 1 && owners[0]?.personId === to.personId)
      return { email: 'It belongs to this person already' }
    return void (await handOver(services, application, to, because))
  },
  async deletion({ services, form }, application, because) {
    if (form.name?.trim() !== application.name) return { name: `Type ${application.name}, exactly` }
    return void (await remove(services, application, because))
  },
}

/** Takes a form of the support page: each needs a reason. What was done is seen in the history. */
export function supportAction(form: Form) {
  return async (visit: PersonalVisit, application: SupportedApplication): Promise<Page | Redirect> => {
    const why = (visit.form.why ?? '').replaceAll('\0', '').trim().slice(0, 500)
    const faults =
      why === ''
        ? { why: 'Say why' }
        : await actions[form](visit, application, { why, byPersonId: visit.person.personId })
    if (faults) return supportPage(visit, application, { form, faults })
    const own = `/server/applications/${application.clientId}/history`
    return { redirect: form === 'deletion' ? '/server/history' : own }
  }
}
