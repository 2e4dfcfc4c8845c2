import { type Faults, faultSummary, field, formTokenField } from '#design/fields.ts'
import { html } from '#design/html.ts'
import type { Page, Redirect } from '#design/page.ts'
import { createAccount } from '#resources/account/create-account.ts'
import type { Browser } from './browser.ts'
import { isEmail, normalEmail } from './email.ts'
import { deadLink, fault } from './fault-page.ts'
import { passwordFault, passwordHint } from './new-password.ts'
import { nextPage } from './next-page.ts'
import { findLink, useLink } from './one-time-links.ts'
import { isOutboxOpen } from './outbox.ts'
import { hashPassword } from './passwords.ts'
import { sendConfirmation, sendKnownAlready } from './person-mails.ts'
import { beginSession } from './sign-in.ts'
import { inWords, mailWait } from './throttle.ts'
import type { PersonalVisit, Visit } from './visit.ts'

/** Creating an account, and confirming the owner's address. */
export function registrationPages(pages: Browser): void {
  pages.read('/register', async (visit) => (isClosed(visit) ? closed() : registerForm(visit, {})))

  pages.send('/register', async (visit) => {
    if (isClosed(visit)) return closed()
    const faults = faultsOf(visit)
    if (Object.keys(faults).length > 0) return registerForm(visit, faults)
    if (visit.person) return createFurther(visit as PersonalVisit)
    const wait = await mailWait(visit.address)
    if (wait > 0) return registerForm(visit, { '': `Too many registrations. Try again ${inWords(wait)}.` }, 429)
    await registerNew(visit)
    return checkMail(visit)
  })

  pages.read('/confirm', async (visit) => {
    const link = await findLink(visit.database, 'confirm', visit.query.token ?? '')
    if (!link) return deadLink()
    return {
      title: 'Confirm your address',
      body: html`<div class="card"><h1>Confirm your address</h1><p><strong>${link.email}</strong> is yours?</p>
<form method="post" action="/confirm">${formTokenField(visit.formToken)}
${visit.query.next && html`<input type="hidden" name="next" value="${visit.query.next}">`}
<input type="hidden" name="token" value="${visit.query.token}">
<div class="actions"><button>Yes, confirm</button></div></form></div>`,
    }
  })

  pages.send('/confirm', async (visit) => {
    const token = visit.form.token ?? ''
    const link = await findLink(visit.database, 'confirm', token)
    if (!link || !(await useLink(visit.database, token))) return deadLink()
    await visit.database
      .updateTable('person')
      .set({ email_confirmed_at: new Date() })
      .where('person_id', '=', link.person_id)
      .execute()
    await beginSession(visit, link.person_id)
    return { redirect: nextPage(visit.form.next) }
  })
}

function isClosed({ services }: Visit): boolean {
  return services.settings.signUp === 'closed'
}

function closed(): Page {
  return fault('Registration is closed', 'Ask somebody who has an account on this server to invite you.', 403)
}

function faultsOf({ form, person }: Visit): Faults {
  const faults: Faults = {}
  if (!form.account?.trim()) faults.account = 'Name the account'
  if (person) return faults
  if (!form.first_name?.trim()) faults.first_name = 'Say your first name'
  if (!isEmail(normalEmail(form.email ?? ''))) faults.email = 'Give a complete email address'
  const weak = passwordFault(form.password ?? '', { email: normalEmail(form.email ?? '') })
  if (weak) faults.password = weak
  return faults
}

/** Somebody who is known gets a mail that says so. The page is the same, so that it tells nobody who is known. */
async function registerNew({ database, services, form }: Visit): Promise<void> {
  const email = normalEmail(form.email ?? '')
  const passwordHash = await hashPassword(form.password ?? '')
  const known = await database
    .selectFrom('person')
    .select(['person_id', 'email', 'first_name'])
    .where('email', '=', email)
    .executeTakeFirst()
  if (known) return sendKnownAlready(services, known)
  const owner = {
    email,
    firstName: (form.first_name ?? '').trim(),
    lastName: (form.last_name ?? '').trim(),
    passwordHash,
  }
  const { personId } = await createAccount(database, { name: (form.account ?? '').trim(), owner })
  await sendConfirmation(services, { person_id: personId, email, first_name: owner.firstName }, form.next)
}

/** One person may own several accounts. */
async function createFurther({ database, form, person }: PersonalVisit): Promise<Redirect> {
  await createAccount(database, { name: (form.account ?? '').trim(), owner: { email: person.email } })
  return { redirect: '/profile' }
}

function checkMail(visit: Visit): Page {
  const outbox = !visit.services.settings.smtpUrl
  return {
    title: 'Look into your mail',
    body: html`<div class="card"><h1>Look into your mail</h1>
<p>We have written to <strong>${normalEmail(visit.form.email ?? '')}</strong>. Open the link in that mail to confirm the address.</p>
${
  outbox &&
  (isOutboxOpen(visit)
    ? html`<p class="notice">This server sends no mail yet: the letter is in the <a href="/outbox">outbox</a>.</p>`
    : html`<p class="notice">This server sends no mail yet: whoever runs it finds the letter in the outbox.</p>`)
}</div>`,
  }
}

function registerForm({ formToken, form, query, person }: Visit, faults: Faults, status?: number): Page {
  const next = form.next ?? query.next
  const faulty = Object.keys(faults).length > 0
  return {
    title: 'Create an account',
    status: status ?? (faulty ? 400 : 200),
    body: html`<div class="card"><h1>${person ? 'Create another account' : 'Create an account'}</h1>
<p class="quiet">An account is where a team works together. You will be its owner.</p>
${faultSummary(faults)}
<form method="post" action="/register">${formTokenField(formToken)}
${next && html`<input type="hidden" name="next" value="${next}">`}
${field({ name: 'account', label: 'Name of the account', value: form.account, autocomplete: 'organization' }, faults)}
${
  !person &&
  html`<div class="pair">
${field({ name: 'first_name', label: 'First name', value: form.first_name, autocomplete: 'given-name' }, faults)}
${field({ name: 'last_name', label: 'Last name', value: form.last_name, autocomplete: 'family-name', optional: true }, faults)}
</div>
${field({ name: 'email', label: 'Email address', type: 'email', value: form.email ?? query.email, autocomplete: 'username' }, faults)}
${field({ name: 'password', label: 'Password', type: 'password', hint: passwordHint, autocomplete: 'new-password' }, faults)}`
}
<div class="actions"><button>Create the account</button></div></form></div>
${!person && html`<p class="beside">Registered already? <a href="/sign-in${next && `?${new URLSearchParams({ next })}`}">Sign in</a></p>`}`,
  }
}
