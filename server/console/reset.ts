import { type Faults, faultSummary, field, formTokenField } from '#design/fields.ts'
import { html } from '#design/html.ts'
import type { Page } from '#design/page.ts'
import { recordPersonal } from '#events/outbox.ts'
import type { Browser } from './browser.ts'
import { normalEmail } from './email.ts'
import { deadLink } from './fault-page.ts'
import { passwordFault, passwordHint } from './new-password.ts'
import { dropLinks, findLink, useLink } from './one-time-links.ts'
import { hashPassword } from './passwords.ts'
import { sendReset } from './person-mails.ts'
import { endSessions, sessionEvent } from './sessions.ts'
import { beginSession } from './sign-in.ts'
import { inWords, mailWait, noteSuccess } from './throttle.ts'
import type { Visit } from './visit.ts'

/** A new password for somebody who forgot theirs, or never had one. */
export function resetPages(pages: Browser): void {
  pages.read('/forgot', async (visit) => forgotForm(visit, {}))

  pages.send('/forgot', async (visit) => {
    const wait = await mailWait(visit.address)
    if (wait > 0) return forgotForm(visit, { '': `Too many requests. Try again ${inWords(wait)}.` }, 429)
    const person = await visit.database
      .selectFrom('person')
      .select(['person_id', 'email', 'first_name'])
      .where('email', '=', normalEmail(visit.form.email ?? ''))
      .executeTakeFirst()
    if (person) await sendReset(visit.services, person)
    return {
      title: 'Look into your mail',
      body: html`<div class="card"><h1>Look into your mail</h1>
<p>If <strong>${visit.form.email}</strong> is known here, a link to choose a new password is on its way.</p></div>`,
    }
  })

  pages.read('/reset', async (visit) => {
    const link = await findLink(visit.database, 'reset', visit.query.token ?? '')
    return link ? resetForm(visit, link.email, visit.query.token ?? '', {}) : deadLink()
  })

  pages.send('/reset', async (visit) => {
    const token = visit.form.token ?? ''
    const link = await findLink(visit.database, 'reset', token)
    if (!link) return deadLink()
    const fault = passwordFault(visit.form.password ?? '', link)
    if (fault) return resetForm(visit, link.email, token, { password: fault })
    const passwordHash = await hashPassword(visit.form.password ?? '')
    if (!(await useLink(visit.database, token))) return deadLink()
    // The link came by mail, so the address is confirmed by it too.
    await visit.database.transaction().execute(async (transaction) => {
      await transaction
        .updateTable('person')
        .set((person) => ({
          password_hash: person.val(passwordHash),
          email_confirmed_at: person.fn.coalesce('email_confirmed_at', person.val(new Date())),
        }))
        .where('person_id', '=', link.person_id)
        .execute()
      await recordPersonal(transaction, link.person_id, [sessionEvent('PasswordChanged', link.person_id)])
    })
    await endSessions(visit.database, link.person_id, { except: undefined })
    await dropLinks(visit.database, { purpose: 'reset', personId: link.person_id })
    await noteSuccess(link.email)
    await beginSession(visit, link.person_id)
    return { redirect: '/applications' }
  })
}

function forgotForm({ formToken, form }: Visit, faults: Faults, status = 200): Page {
  return {
    title: 'Choose a new password',
    status,
    body: html`<div class="card"><h1>Choose a new password</h1>
<p class="quiet">We send you a link that lets you choose one.</p>
${faultSummary(faults)}
<form method="post" action="/forgot">${formTokenField(formToken)}
${field({ name: 'email', label: 'Email address', type: 'email', value: form.email, autocomplete: 'username' })}
<div class="actions"><button>Send the link</button></div></form></div>`,
  }
}

function resetForm({ formToken }: Visit, email: string, token: string, faults: Faults): Page {
  return {
    title: 'Choose a new password',
    status: Object.keys(faults).length > 0 ? 400 : 200,
    body: html`<div class="card"><h1>Choose a new password</h1>
<p class="quiet">For ${email}. Other browsers where you are signed in are signed out.</p>
${faultSummary(faults)}
<form method="post" action="/reset">${formTokenField(formToken)}<input type="hidden" name="token" value="${token}">
${field({ name: 'password', label: 'New password', type: 'password', hint: passwordHint, autocomplete: 'new-password' }, faults)}
<div class="actions"><button>Save and sign in</button></div></form></div>`,
  }
}
