import { type Faults, faultSummary, field, formTokenField } from '#design/fields.ts'
import { html } from '#design/html.ts'
import type { Page } from '#design/page.ts'
import { recordPersonal } from '#events/outbox.ts'
import type { Browser } from './browser.ts'
import { normalEmail } from './email.ts'
import { nextPage } from './next-page.ts'
import { hashPassword, verifyPassword } from './passwords.ts'
import { sendConfirmation } from './person-mails.ts'
import { endSessions, sessionEvent, startSession } from './sessions.ts'
import { inWords, mailWait, noteFailure, noteSuccess, signInWait } from './throttle.ts'
import { setSessionCookie, type Visit } from './visit.ts'

/** Signing in and out. */
export function signInPages(pages: Browser): void {
  pages.read('/sign-in', async (visit) => {
    if (visit.person) return { redirect: nextPage(visit.query.next) }
    return signInForm(visit, {}, visit.query.next)
  })

  pages.send('/sign-in', async (visit) => {
    const email = normalEmail(visit.form.email ?? '')
    const next = visit.form.next
    const wait = await signInWait(visit.address, email)
    if (wait > 0) return tooMany(visit, wait, next)
    const person = await visit.database
      .selectFrom('person')
      .select(['person_id', 'email', 'first_name', 'password_hash', 'email_confirmed_at'])
      .where('email', '=', email)
      .executeTakeFirst()
    // An unknown address costs the same time, so that nobody learns which are known.
    const matches = await verifyPassword(visit.form.password ?? '', person?.password_hash ?? (await decoy))
    if (!matches || !person?.password_hash) {
      await noteFailure(visit.address, email)
      if (person) noteFailedSignIn(visit, person.person_id)
      return signInForm(visit, { '': 'Email address or password is wrong' }, next)
    }
    await noteSuccess(email)
    if (!person.email_confirmed_at) {
      if ((await mailWait(visit.address)) === 0) await sendConfirmation(visit.services, person, next)
      return signInForm(visit, { '': `Confirm your address first. We have sent a new link to ${person.email}.` }, next)
    }
    await beginSession(visit, person.person_id)
    return { redirect: nextPage(next) }
  })

  pages.send('/sign-out', async (visit) => {
    if (visit.person) await endSessions(visit.database, visit.person.personId, { only: visit.person.sessionHash })
    setSessionCookie(visit, undefined)
    // What the work app keeps in the browser for a lost connection is nobody else's.
    visit.reply.header('clear-site-data', '"storage"')
    const next = visit.form.next
    return { redirect: next ? `/sign-in?${new URLSearchParams({ next: nextPage(next) })}` : '/' }
  })
}

/** Nobody waits for it: an answer that takes longer would tell that the address is known. */
function noteFailedSignIn({ database, services }: Visit, personId: number): void {
  recordPersonal(database, personId, [sessionEvent('SignInFailed', personId)]).catch((error) =>
    services.log.error({ err: error }, 'a failed sign-in was not recorded'),
  )
}

/** Signs a person in at this browser. */
export async function beginSession(visit: Visit, personId: number): Promise<void> {
  const { database, address, request } = visit
  const userAgent = request.headers['user-agent'] ?? ''
  setSessionCookie(visit, await startSession(database, { personId, address, userAgent }))
}

const decoy = hashPassword('nobody has this password')

function tooMany(visit: Visit, wait: number, next: string | undefined): Page {
  const page = signInForm(visit, { '': `Too many attempts. Try again ${inWords(wait)}.` }, next)
  return { ...page, status: 429, headers: { 'retry-after': String(wait) } }
}

function signInForm({ formToken, form, query, services }: Visit, faults: Faults, next: string | undefined): Page {
  return {
    title: 'Sign in',
    status: Object.keys(faults).length > 0 ? 400 : 200,
    body: html`<div class="card"><h1>Sign in</h1>
${next?.startsWith('/consent/') && html`<p class="quiet">An application asks for access. Sign in as the person it shall act for.</p>`}
${faultSummary(faults)}
<form method="post" action="/sign-in">${formTokenField(formToken)}
${next && html`<input type="hidden" name="next" value="${next}">`}
${field({ name: 'email', label: 'Email address', type: 'email', value: form.email ?? query.email, autocomplete: 'username' })}
${field({ name: 'password', label: 'Password', type: 'password', autocomplete: 'current-password' })}
<div class="actions"><button>Sign in</button><a href="/forgot">Forgot your password?</a></div></form></div>
${services.settings.signUp === 'open' && html`<p class="beside">New here? <a href="/register${next && `?${new URLSearchParams({ next })}`}">Create an account</a></p>`}`,
  }
}
