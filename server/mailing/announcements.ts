import type { Browser } from '#console/browser.ts'
import { serverFrame } from '#console/server/frame.ts'
import { ofServer } from '#console/server/owner-path.ts'
import type { PersonalVisit } from '#console/visit.ts'
import { emptyState, notice } from '#design/components.ts'
import { area, type Faults, faultSummary, field, formTokenField } from '#design/fields.ts'
import { type Html, html } from '#design/html.ts'
import { moment } from '#design/moment.ts'
import type { Page } from '#design/page.ts'
import { announcementJob } from './announcement-job.ts'
import { type Announcement, paragraphsOf } from './announcement-mail.ts'

const longest = { subject: 200, text: 20_000 }

/** Where whoever runs the server writes to the developers' mailing list: written, looked at, then sent. */
export function announcementPages(pages: Browser): void {
  pages.readSignedIn(
    '/server/mailing',
    ofServer((visit) => mailingPage(visit)),
  )
  pages.sendSignedIn(
    '/server/mailing/preview',
    ofServer(async (visit) => {
      const { written, faults } = readAnnouncement(visit)
      return Object.keys(faults).length > 0 || visit.form.change === '1'
        ? mailingPage(visit, faults)
        : preview(visit, written)
    }),
  )
  pages.sendSignedIn(
    '/server/mailing',
    ofServer(async (visit) => {
      const { written, faults } = readAnnouncement(visit)
      if (Object.keys(faults).length > 0) return mailingPage(visit, faults)
      await begin(visit, written)
      return { redirect: '/server/mailing' }
    }),
  )
}

function readAnnouncement({ form }: PersonalVisit): { written: Announcement; faults: Faults } {
  const written = { subject: (form.subject ?? '').trim(), text: (form.text ?? '').trim() }
  const faults: Faults = {}
  if (written.subject === '') faults.subject = 'Say what it is about'
  if (written.subject.length > longest.subject) faults.subject = `At most ${longest.subject} characters`
  if (written.text === '') faults.text = 'Write something'
  if (written.text.length > longest.text) faults.text = `At most ${longest.text} characters`
  return { written, faults }
}

async function begin({ database, person, services }: PersonalVisit, written: Announcement): Promise<void> {
  await database.transaction().execute(async (transaction) => {
    const { announcement_id } = await transaction
      .insertInto('mailing_announcement')
      .values({ ...written, by_person_id: person.personId })
      .returning('announcement_id')
      .executeTakeFirstOrThrow()
    await services.jobs.enqueue(transaction, announcementJob, { announcementId: announcement_id })
  })
}

async function mailingPage(visit: PersonalVisit, faults: Faults = {}): Promise<Page> {
  const { form, formToken } = visit
  const count = await readers(visit)
  const page = serverFrame(
    'mailing',
    html`<p class="lead">${people(count)} on the developers’ mailing list. Mail about changes that concern somebody’s own
application is sent by itself and needs no announcement.</p>
<section class="card" aria-labelledby="write"><h2 id="write">Write to the list</h2>${faultSummary(faults)}
<form method="post" action="/server/mailing/preview">${formTokenField(formToken)}
${field({ name: 'subject', label: 'Subject', value: form.subject, maxlength: longest.subject }, faults)}
${area({ name: 'text', label: 'Text', value: form.text, hint: 'Plain text. An empty line begins a paragraph.' }, faults)}
<div class="actions"><button>Look at it first</button></div></form></section>
${await sent(visit)}`,
  )
  return { ...page, status: Object.keys(faults).length > 0 ? 400 : 200 }
}

async function preview(visit: PersonalVisit, { subject, text }: Announcement): Promise<Page> {
  const count = await readers(visit)
  const kept = html`${formTokenField(visit.formToken)}<input type="hidden" name="subject" value="${subject}">
<input type="hidden" name="text" value="${text}">`
  return serverFrame(
    'mailing',
    html`<section class="card" aria-labelledby="preview"><h2 id="preview">${subject}</h2>
${paragraphsOf(text).map((part) => html`<p class="text">${part}</p>`)}</section>
${notice(count === 0 ? 'Nobody is on the list yet, so there is nobody to send it to.' : `${count === 1 ? 'One person' : `${count} people`} will get this. It cannot be called back.`, 'warn')}
<div class="actions">${count > 0 && html`<form method="post" action="/server/mailing">${kept}<button>Send it</button></form>`}
<form method="post" action="/server/mailing/preview">${kept}<input type="hidden" name="change" value="1"><button class="secondary">Change it</button></form></div>`,
  )
}

async function readers({ database }: PersonalVisit): Promise<number> {
  const { count } = await database
    .selectFrom('mailing_choice')
    .select((choice) => choice.fn.countAll<number>().as('count'))
    .where('news', '=', 'on')
    .executeTakeFirstOrThrow()
  return count
}

const people = (count: number): string =>
  count === 0 ? 'Nobody is' : count === 1 ? 'One person is' : `${count} people are`

async function sent({ database }: PersonalVisit): Promise<Html> {
  const all = await database
    .selectFrom('mailing_announcement as one')
    .select(['subject', 'created_at', 'finished_at'])
    .select((one) =>
      one
        .selectFrom('mailing_delivery as delivery')
        .select((of) => of.fn.countAll<number>().as('count'))
        .whereRef('delivery.announcement_id', '=', 'one.announcement_id')
        .as('count'),
    )
    .orderBy('announcement_id', 'desc')
    .limit(50)
    .execute()
  return html`<section class="card" aria-labelledby="sent"><h2 id="sent">Sent</h2>
${all.length === 0 && emptyState('Nothing yet.')}
<ul class="rows">${all.map(
    ({ subject, created_at, finished_at, count }) => html`<li><div><p class="row-title">${subject}</p>
<p class="quiet">${moment(created_at)}</p></div><p class="count">${finished_at ? `to ${count}` : `sending, ${count} so far`}</p></li>`,
  )}</ul></section>`
}
