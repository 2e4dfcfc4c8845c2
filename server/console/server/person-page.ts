import { breadcrumbs, emptyState, facts, table } from '#design/components.ts'
import { type Faults, faultSummary, field, formTokenField } from '#design/fields.ts'
import { type Html, html } from '#design/html.ts'
import { moment } from '#design/moment.ts'
import type { Page, Redirect } from '#design/page.ts'
import { encodeAccountId } from '#ids/encode.ts'
import { fault } from '../fault-page.ts'
import { listSessions } from '../sessions.ts'
import { inWords, personWait } from '../throttle.ts'
import type { PersonalVisit } from '../visit.ts'
import { actList } from './act-list.ts'
import { listActs } from './acts.ts'
import { ofServer } from './owner-path.ts'
import { applicationsOf, type FoundPerson, findPerson, membershipsOf } from './people-query.ts'
import { signInTag } from './sign-in-tag.ts'

/** The forms of the page; the names are the ends of their addresses. */
export type PersonForm = 'confirmation' | 'reset' | 'sessions'

type Answer = (visit: PersonalVisit, person: FoundPerson) => Promise<Page | Redirect>

/** Finds the person of the path, for those who run the server. */
export function ofPerson(answer: Answer): (visit: PersonalVisit) => Promise<Page | Redirect> {
  return ofServer(async (visit) => {
    const person = await findPerson(visit.database, visit.params.personId ?? '')
    return person ? answer(visit, person) : fault('There is no such person', 'The address may be mistyped.', 404)
  })
}

/** A person's sign-in and accounts, and what can be done when they can't get in. */
export async function personPage(
  visit: PersonalVisit,
  person: FoundPerson,
  faulty?: { form: PersonForm; faults: Faults },
): Promise<Page> {
  const { database } = visit
  const [sessions, memberships, applications, acts, waitSeconds] = await Promise.all([
    listSessions(database, person.person_id),
    membershipsOf(database, person.person_id),
    applicationsOf(database, person.person_id),
    listActs(database, { personId: person.person_id }, 100),
    personWait(person.email),
  ])
  const name = `${person.first_name} ${person.last_name}`.trim()
  return {
    title: `${person.email} · Server`,
    width: 'wide',
    status: faulty ? 400 : 200,
    body: html`${breadcrumbs([
      { label: 'Server', href: '/server' },
      { label: 'People', href: '/server/people' },
    ])}
<h1>${name || person.email}</h1>
<section class="card" aria-labelledby="sign-in"><h2 id="sign-in">Sign-in</h2>
${facts([
  ['Address', person.email],
  ['State', signInTag(person)],
  ['Confirmed', person.email_confirmed_at ? moment(person.email_confirmed_at) : 'Not yet'],
  ['Password', person.password_hash ? 'Set' : 'None'],
  ['Wrong passwords', waitSeconds > 0 ? `Too many here: may try again ${inWords(waitSeconds)}` : undefined],
  ['Known since', moment(person.created_at)],
  ['Signed in', sessions.length === 0 ? 'Nowhere' : `In ${sessions.length} browser${sessions.length === 1 ? '' : 's'}`],
  ['Last seen', sessions[0] ? moment(sessions[0].last_seen_at) : undefined],
])}</section>
<section class="card" aria-labelledby="accounts"><h2 id="accounts">Accounts</h2>
${
  memberships.length === 0
    ? emptyState('In no account.')
    : table(
        'Accounts of this person',
        [
          { label: 'Account', value: (row) => row.name },
          { label: 'Id', value: (row) => html`<code>${encodeAccountId(row.account_id)}</code>` },
          { label: 'Role', value: (row) => row.role },
          { label: 'State', value: (row) => row.state },
        ],
        memberships,
      )
}</section>
<section class="card" aria-labelledby="applications"><h2 id="applications">Applications</h2>
${applications.length === 0 && emptyState('Looks after none.')}
<ul class="rows">${applications.map(
      ({ client_id, name, role }) =>
        html`<li><a class="row-title" href="/server/applications/${client_id}">${name}</a><p class="count">${role}</p></li>`,
    )}</ul></section>
${forms(visit, person, sessions.length, faulty)}
<section class="card" aria-labelledby="acts"><h2 id="acts">History</h2>
${acts.length === 0 ? emptyState('Nothing was done about this person.') : actList(acts)}</section>`,
  }
}

function forms(
  { formToken, form }: PersonalVisit,
  { person_id, email, email_confirmed_at }: FoundPerson,
  sessions: number,
  faulty?: { form: PersonForm; faults: Faults },
): Html {
  const one = (id: PersonForm, title: string, words: string, button: string) => {
    const faults = faulty?.form === id ? faulty.faults : {}
    return html`<section class="card" aria-labelledby="${id}"><h2 id="${id}">${title}</h2><p>${words}</p>${faultSummary(faults, id)}
<form method="post" action="/server/people/${person_id}/${id}">${formTokenField(formToken)}
${field({ name: 'why', label: 'Why', value: faulty?.form === id ? form.why : undefined, scope: id, maxlength: 500 }, faults)}
<div class="actions"><button class="secondary">${button}</button></div></form></section>`
  }
  return html`${
    email_confirmed_at === null
      ? one(
          'confirmation',
          'Confirmation',
          `Send the mail to ${email} again that lets them confirm it.`,
          'Send it again',
        )
      : one(
          'reset',
          'Password',
          `Send ${email} a link to choose a new password. The old one works until then.`,
          'Send the link',
        )
  }
${
  sessions > 0 &&
  one('sessions', 'Sessions', 'Sign them out of every browser. They get a mail with the reason.', 'Sign out everywhere')
}`
}
