import type { Browser } from '#console/browser.ts'
import type { PersonalVisit } from '#console/visit.ts'
import { formTokenField } from '#design/fields.ts'
import { type Html, html } from '#design/html.ts'
import type { Services } from '#http/services.ts'
import { type Choice, choiceOf, choose, sendQuestion } from './choices.ts'

/** The part of a person's profile where they choose what mail they want as a developer. */
export async function mailingSection({ database, person, formToken }: PersonalVisit): Promise<Html> {
  const { news, changes } = await choiceOf(database, person.personId)
  return html`<section class="card" aria-labelledby="mailing"><h2 id="mailing">Mail for developers</h2>
<form method="post" action="/profile/mailing">${formTokenField(formToken)}
<div class="choices">
${checkbox('news', 'News of the API', hints[news], news === 'on' || news === 'asked')}
${checkbox('changes', 'Changes that concern my applications', 'What they used in the last 90 days and should not use any more.', changes)}
</div><div class="actions"><button>Save</button></div></form></section>`
}

const hints = {
  'never asked': 'A few mails a year: what is new, and what is planned.',
  asked: 'Not confirmed yet: the link is in the mail that we sent you.',
  on: 'A few mails a year: what is new, and what is planned.',
  off: 'A few mails a year: what is new, and what is planned.',
} as const satisfies Record<Choice['news'], string>

const checkbox = (name: string, label: string, hint: string, checked: boolean): Html =>
  html`<label class="choice"><input type="checkbox" name="${name}" value="yes" ${checked && html`checked`}>
<span><strong>${label}</strong><br><span class="hint">${hint}</span></span></label>`

/** Takes the choice. Who turns the news on gets a mail to confirm it, whoever sits at this browser. */
export function mailingChoice(pages: Browser, services: Services): void {
  pages.sendSignedIn('/profile/mailing', async ({ database, person, form }) => {
    const { personId } = person
    const before = await choiceOf(database, personId)
    const wants = form.news === 'yes'
    const isNew = wants && before.news !== 'on'
    const news = !wants ? 'off' : before.news === 'on' ? 'on' : 'asked'
    await choose(database, personId, { news, changes: form.changes === 'yes' })
    if (isNew) await sendQuestion(services, personId)
    return { redirect: '/profile#mailing' }
  })
}
