import { checkbox, type Faults, faultSummary, field, formTokenField } from '#design/fields.ts'
import { type Html, html } from '#design/html.ts'
import type { Page } from '#design/page.ts'
import { perAddressPerMinute } from '#limits/rate-limit.ts'
import type { PersonalVisit } from '../visit.ts'
import { supportFrame } from './application-frame.ts'
import { ownersOf } from './application-people.ts'
import { limitWords } from './support.ts'
import type { SupportedApplication } from './supported.ts'

/** The forms of the page; the names are the ends of their addresses. */
export type Form = 'limit' | 'suspension' | 'resumption' | 'secret' | 'owner' | 'deletion'

/** What whoever runs the server can do about an application; `faulty` is the form that was sent with faults. */
export async function supportPage(
  visit: PersonalVisit,
  application: SupportedApplication,
  faulty?: { form: Form; faults: Faults },
): Promise<Page> {
  const owners = await ownersOf(visit.database, application.clientId)
  const mailed = owners.map(({ email }) => email).join(', ') || 'nobody: hand it over first'
  const { clientId, name } = application

  /** A form with its reason; what was sent with faults is in it again. */
  const form = (
    id: Form,
    title: string,
    words: Html | string,
    fields: (faults: Faults) => Html | undefined,
    button: Html,
  ) => {
    const faults = faulty?.form === id ? faulty.faults : {}
    const why = faulty?.form === id ? visit.form.why : undefined
    return html`<section class="card ${id === 'deletion' && 'danger'}" aria-labelledby="${id}"><h2 id="${id}">${title}</h2>
<p>${words}</p>${faultSummary(faults, id)}
<form method="post" action="/server/applications/${clientId}/${id}">${formTokenField(visit.formToken)}${fields(faults)}
${field({ name: 'why', label: 'Why', value: why, scope: id, maxlength: 500, hint: whyHint[id] }, faults)}
<div class="actions">${button}</div></form></section>`
  }
  const sent = (id: Form, name: string) => (faulty?.form === id ? visit.form[name] : undefined)

  const limit = form(
    'limit',
    'Limit',
    `Now: ${limitWords(application.requestsPerMinute, visit.services.settings.rateLimitPerMinute)}, for each of its users. All requests of one network address together stay below ${perAddressPerMinute.toLocaleString('en-GB')} a minute.`,
    (faults) =>
      field(
        {
          name: 'per_minute',
          label: 'Requests a minute',
          value: sent('limit', 'per_minute') ?? String(application.requestsPerMinute ?? ''),
          hint: 'Empty: as for all applications. 0: no limit.',
          inputmode: 'numeric',
          optional: true,
          scope: 'limit',
          maxlength: 7,
        },
        faults,
      ),
    html`<button>Set the limit</button>`,
  )
  const suspension =
    application.suspendedBecause === null
      ? form(
          'suspension',
          'Suspend',
          'Its tokens are refused, nobody can allow it, its webhooks rest. Nothing is deleted.',
          () => undefined,
          html`<button class="harm">Suspend ${name}</button>`,
        )
      : form(
          'resumption',
          'Resume',
          'Its tokens work again, and its webhooks hear of what happens from now on.',
          () => undefined,
          html`<button>Resume ${name}</button>`,
        )
  const secret = form(
    'secret',
    'New secret',
    `For people who have lost it. It is mailed to ${mailed}, and shown to nobody else.${visit.services.settings.smtpUrl ? '' : ' But this server sends no mail (SMTP_URL): it stays in the outbox, where you see it too.'}`,
    () =>
      checkbox('end_old', 'End the old secret at once: programs that use it fail', sent('secret', 'end_old') === '1'),
    html`<button class="secondary">Send a new secret</button>`,
  )
  const owner = form(
    'owner',
    'Hand over',
    `To another active user of ${application.accountName}, for example when the owner has left. Who owns it now no longer looks after it; developers stay.`,
    (faults) =>
      field(
        { name: 'email', label: 'Email address', type: 'email', value: sent('owner', 'email'), scope: 'owner' },
        faults,
      ),
    html`<button class="secondary">Hand over</button>`,
  )
  const deletion = form(
    'deletion',
    'Delete',
    'Its consents, tokens and webhooks end, and its client id is never used again. This can’t be undone.',
    (faults) =>
      field(
        { name: 'name', label: `Type ${name} to confirm`, value: sent('deletion', 'name'), scope: 'deletion' },
        faults,
      ),
    html`<button class="harm">Delete ${name}</button>`,
  )
  const body = html`${limit}${suspension}${!application.isPublic && secret}${owner}${deletion}`
  return supportFrame(application, 'support', body, faulty?.faults)
}

const whyHint: Record<Form, string> = {
  limit: 'Its people read this.',
  suspension: 'Everybody who uses it reads this: say what is wrong and what to do.',
  resumption: 'Its people read this.',
  secret: 'Its people read this.',
  owner: 'Its people read this.',
  deletion: 'Its people read this.',
}
