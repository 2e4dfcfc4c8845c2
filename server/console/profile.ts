import type { Faults } from '#design/fields.ts'
import { recordPersonal } from '#events/outbox.ts'
import { endGrants } from '#oauth/grants.ts'
import type { Browser } from './browser.ts'
import { passwordFault } from './new-password.ts'
import { isOwnPassword } from './own-password.ts'
import { hashPassword } from './passwords.ts'
import { profilePage } from './profile-page.ts'
import { endSessions, sessionEvent } from './sessions.ts'
import type { PersonalVisit } from './visit.ts'

const toProfile = { redirect: '/profile' }

/** A person's own settings: name, password, sessions, and the applications they allowed. */
export function profilePages(pages: Browser): void {
  pages.readSignedIn('/profile', (visit) => profilePage(visit))

  pages.sendSignedIn('/profile', async (visit) => {
    const firstName = (visit.form.first_name ?? '').trim()
    if (firstName === '') return profilePage(visit, { faults: { first_name: 'Say your first name' } })
    const { personId } = visit.person
    await visit.database.transaction().execute(async (transaction) => {
      await transaction
        .updateTable('person')
        .set({ first_name: firstName, last_name: (visit.form.last_name ?? '').trim() })
        .where('person_id', '=', personId)
        .execute()
      await recordPersonal(transaction, personId, [
        { type: 'ContactChanged', entityType: 'contact', entityId: personId, after: { changed: ['name'] } },
      ])
    })
    return toProfile
  })

  pages.sendSignedIn('/profile/password', async (visit) => {
    const passwordFaults = await newPasswordFaults(visit)
    if (Object.keys(passwordFaults).length > 0) return profilePage(visit, { passwordFaults })
    const { database, person, form } = visit
    const password_hash = await hashPassword(form.new_password ?? '')
    await database.transaction().execute(async (transaction) => {
      await transaction.updateTable('person').set({ password_hash }).where('person_id', '=', person.personId).execute()
      await recordPersonal(transaction, person.personId, [sessionEvent('PasswordChanged', person.personId)])
    })
    await endSessions(database, person.personId, { except: person.sessionHash })
    return toProfile
  })

  pages.sendSignedIn('/profile/sessions', async ({ database, person, form }) => {
    const which = form.session ? { only: Buffer.from(form.session, 'hex') } : { except: person.sessionHash }
    await endSessions(database, person.personId, which)
    return toProfile
  })

  pages.sendSignedIn('/profile/applications', async ({ database, person, form }) => {
    const filter = { personId: person.personId, clientId: form.client_id ?? '' }
    await database.transaction().execute((transaction) => endGrants(transaction, filter))
    return toProfile
  })
}

async function newPasswordFaults(visit: PersonalVisit): Promise<Faults> {
  const faults: Faults = {}
  if (!(await isOwnPassword(visit))) faults.password = 'This is not your password'
  const weak = passwordFault(visit.form.new_password ?? '', visit.person)
  if (weak) faults.new_password = weak
  return faults
}
