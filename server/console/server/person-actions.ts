import type { Page, Redirect } from '#design/page.ts'
import { sendConfirmation, sendReset } from '../person-mails.ts'
import { endSessions } from '../sessions.ts'
import type { PersonalVisit } from '../visit.ts'
import { recordAct } from './acts.ts'
import type { FoundPerson } from './people-query.ts'
import { type PersonForm, personPage } from './person-page.ts'
import { tellSignedOut } from './support-mails.ts'
import type { Act } from './tables.ts'

const acts: Record<PersonForm, Act> = {
  confirmation: 'confirmation sent',
  reset: 'reset sent',
  sessions: 'sessions ended',
}

/** Takes a form of a person's page: each needs a reason, and is written down. */
export function personAction(form: PersonForm) {
  return async (visit: PersonalVisit, person: FoundPerson): Promise<Page | Redirect> => {
    const why = (visit.form.why ?? '').replaceAll('\0', '').trim().slice(0, 500)
    if (why === '') return personPage(visit, person, { form, faults: { why: 'Say why' } })
    if (form === 'confirmation' && person.email_confirmed_at !== null)
      return personPage(visit, person, { form: 'reset', faults: { '': 'The address is confirmed already' } })
    const because = { why, byPersonId: visit.person.personId }
    await recordAct(visit.database, acts[form], { personId: person.person_id }, because)
    await carryOut(form, visit, person, why)
    return { redirect: `/server/people/${person.person_id}` }
  }
}

async function carryOut(
  form: PersonForm,
  { services, database, person: by }: PersonalVisit,
  person: FoundPerson,
  why: string,
): Promise<void> {
  switch (form) {
    case 'confirmation':
      return sendConfirmation(services, person)
    case 'reset':
      return sendReset(services, person)
    case 'sessions':
      await endSessions(database, person.person_id, { except: undefined }, by.personId)
      return tellSignedOut(services, person, why)
    default:
      return form satisfies never
  }
}
