import type { Faults } from '#design/fields.ts'
import { html } from '#design/html.ts'
import type { Page, Redirect } from '#design/page.ts'
import { inviteDeveloper, openInvitations, withdrawInvitation } from '#oauth/developer-invitations.ts'
import { changeRole, type Developer, developersOf, removeDeveloper } from '#oauth/developers.ts'
import type { Browser } from '../browser.ts'
import { isEmail, normalEmail } from '../email.ts'
import { inWords, mailWait } from '../throttle.ts'
import type { PersonalVisit } from '../visit.ts'
import { applicationFrame } from './frame.ts'
import { nameOf, sendDeveloperInvitation, tellDevelopers } from './notices.ts'
import type { OwnApplication } from './own-applications.ts'
import { ofManaged, ofOwn } from './own-path.ts'
import { invitationsSection, inviteSection, peopleSection } from './people-sections.ts'

/** Who looks after an application: inviting, removing, leaving, handing over. */
export function peoplePages(pages: Browser): void {
  const path = '/applications/:clientId/people'
  pages.readSignedIn(path, ofOwn(peoplePage))
  pages.sendSignedIn(`${path}/invitation`, ofManaged(invite))
  pages.sendSignedIn(`${path}/withdrawal`, ofManaged(withdraw))
  pages.sendSignedIn(`${path}/role`, ofManaged(giveRole))
  pages.sendSignedIn(`${path}/removal`, ofManaged(remove))
  pages.sendSignedIn(`${path}/leave`, ofOwn(leave))
}

async function peoplePage(visit: PersonalVisit, application: OwnApplication, faults: Faults = {}): Promise<Page> {
  const [people, invitations] = await Promise.all([
    developersOf(visit.database, application.clientId),
    openInvitations(visit.database, application.clientId),
  ])
  const body = html`${peopleSection(visit, application, people)}
${invitations.length > 0 && invitationsSection(visit, application, invitations)}
${application.mayManage && inviteSection(visit, application, faults)}`
  return applicationFrame(application, 'people', body, faults)
}

async function invite(visit: PersonalVisit, application: OwnApplication): Promise<Page | Redirect> {
  const { database, form, person, services } = visit
  const email = normalEmail(form.email ?? '')
  if (!isEmail(email)) return peoplePage(visit, application, { email: 'Give a complete email address' })
  const people = await developersOf(database, application.clientId)
  if (people.some((one) => one.email === email))
    return peoplePage(visit, application, { email: 'This person looks after it already' })
  const wait = await mailWait(visit.address)
  if (wait > 0) return peoplePage(visit, application, { email: `Too many mails. Try again ${inWords(wait)}.` })
  const role = form.role === 'owner' ? 'owner' : 'developer'
  const { clientId } = application
  const link = await inviteDeveloper(database, { clientId, email, role, byPersonId: person.personId })
  await sendDeveloperInvitation(services, application, { email, link, by: person })
  return toPeople(application)
}

async function withdraw({ database, form }: PersonalVisit, application: OwnApplication): Promise<Redirect> {
  await withdrawInvitation(database, application.clientId, form.email ?? '')
  return toPeople(application)
}

async function giveRole(visit: PersonalVisit, application: OwnApplication): Promise<Page | Redirect> {
  const { database, form, person, services } = visit
  const who = await developerOf(visit, application)
  if (!who) return toPeople(application)
  const byPersonId = person.personId
  const { clientId, name } = application
  const role = form.role === 'developer' ? 'developer' : 'owner'
  const changed = await changeRole(database, clientId, { personId: who.personId, role, byPersonId })
  if (!changed) return peoplePage(visit, application, { '': 'An application needs an owner' })
  // Handing over is both: an owner comes, and the one before steps back.
  const isHandedOver = form.step_back === '1' && role === 'owner' && application.role === 'owner'
  if (isHandedOver) await changeRole(database, clientId, { personId: byPersonId, role: 'developer', byPersonId })
  const paragraphs = [
    `${nameOf(person)} made ${nameOf(who)} ${role === 'owner' ? 'an owner' : 'a developer'} of ${name}.`,
    ...(isHandedOver ? [`${nameOf(person)} is a developer of it from now on.`] : []),
  ]
  await tellDevelopers(services, application, { subject: `${name}: ${nameOf(who)} is now ${role}`, paragraphs })
  return toPeople(application)
}

async function remove(visit: PersonalVisit, application: OwnApplication): Promise<Page | Redirect> {
  const who = await developerOf(visit, application)
  if (!who) return toPeople(application)
  const { database, person, services } = visit
  const people = await developersOf(database, application.clientId)
  const removed = await removeDeveloper(database, application.clientId, who.personId, person.personId)
  if (!removed) return peoplePage(visit, application, { '': 'An application needs an owner' })
  const words = {
    subject: `${application.name}: ${nameOf(who)} was removed`,
    paragraphs: [`${nameOf(person)} removed ${nameOf(who)}, who no longer looks after ${application.name}.`],
  }
  await tellDevelopers(services, application, words, people)
  return toPeople(application)
}

async function leave(visit: PersonalVisit, application: OwnApplication): Promise<Page | Redirect> {
  const { database, person, services } = visit
  const { clientId, name } = application
  const left = await removeDeveloper(database, clientId, person.personId, person.personId)
  if (!left) {
    const fault = 'You are its last owner. Make somebody else an owner first, or delete the application.'
    return peoplePage(visit, application, { '': fault })
  }
  await tellDevelopers(services, application, {
    subject: `${name}: ${nameOf(person)} has left`,
    paragraphs: [`${nameOf(person)} no longer looks after ${name}.`],
  })
  return { redirect: '/applications' }
}

async function developerOf(
  { database, form }: PersonalVisit,
  { clientId }: OwnApplication,
): Promise<Developer | undefined> {
  return (await developersOf(database, clientId)).find(({ personId }) => String(personId) === form.person)
}

const toPeople = ({ clientId }: OwnApplication): Redirect => ({ redirect: `/applications/${clientId}/people` })
