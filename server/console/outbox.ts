import { html } from '#design/html.ts'
import { moment } from '#design/moment.ts'
import type { Browser } from './browser.ts'
import { fault } from './fault-page.ts'
import type { Visit } from './visit.ts'

const loopback = new Set(['127.0.0.1', '::1', '::ffff:127.0.0.1', 'localhost', '[::1]'])
const shown = 100

/** The mail that had no way out, newest first. */
export function outboxPage(pages: Browser): void {
  pages.read('/outbox', async (visit) => {
    if (!isOutboxOpen(visit)) {
      if (!visit.person) return { redirect: '/sign-in?next=/outbox' }
      return fault('The outbox is not yours to read', 'Only the owner of this server sees its mail.', 403)
    }
    const mails = await visit.database
      .selectFrom('outbox_mail')
      .selectAll()
      .orderBy('mail_id', 'desc')
      .limit(shown)
      .execute()
    return {
      title: 'Outbox',
      width: 'wide',
      body: html`<h1>Outbox</h1>
<p class="lead">This server has no SMTP settings, so its mail waits here. With <code>SMTP_URL</code> set it is sent.</p>
${mails.length === 0 && html`<p class="empty">No mail yet.</p>`}
${mails.map(
  (mail) => html`<article class="card mail" aria-labelledby="mail-${mail.mail_id}">
<header><h2 id="mail-${mail.mail_id}">${mail.subject}</h2><p class="quiet">To ${mail.recipient} · ${moment(mail.created_at)}</p></header>
<p class="text">${linked(mail.text)}</p></article>`,
)}`,
    }
  })
}

/**
 * Tells whether a visitor may read the outbox: who owns the server, and, while the server listens to its own machine
 * only, everybody at that machine. A new server has no owner yet who could sign in to read the first confirmation.
 */
export function isOutboxOpen({ services, request, person }: Visit): boolean {
  const { settings } = services
  // A proxy on this machine makes all the world look local. Its public URL or its headers tell.
  const proxied = request.headers['x-forwarded-for'] ?? request.headers.forwarded ?? request.headers['x-real-ip']
  const isLocal =
    loopback.has(settings.host) &&
    loopback.has(new URL(settings.publicUrl).hostname) &&
    loopback.has(request.ip) &&
    loopback.has(request.hostname) &&
    proxied === undefined
  return isLocal || person?.runsServer === true
}

/** Links of our own mails can be followed; the text around them stays text. */
function linked(text: string) {
  return text
    .split(/(https?:\/\/\S*[^\s.,;:)])/)
    .map((part, index) => (index % 2 === 1 ? html`<a href="${part}">${part}</a>` : part))
}
