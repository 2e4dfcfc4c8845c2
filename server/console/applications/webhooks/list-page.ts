import { emptyState } from '#design/components.ts'
import { html } from '#design/html.ts'
import type { Page } from '#design/page.ts'
import type { Browser } from '../../browser.ts'
import type { PersonalVisit } from '../../visit.ts'
import { applicationFrame } from '../frame.ts'
import type { OwnApplication } from '../own-applications.ts'
import { ofOwn } from '../own-path.ts'
import { listWebhooks } from './queries.ts'
import { pathOf, statusTag, watched } from './words.ts'

const most = 500

/** All webhooks that were made with tokens of an application. */
export function listPages(pages: Browser): void {
  pages.readSignedIn('/applications/:clientId/webhooks', ofOwn(listPage))
}

async function listPage({ database }: PersonalVisit, application: OwnApplication): Promise<Page> {
  const webhooks = await listWebhooks(database, application.clientId, most)
  const empty = emptyState('None yet. The application makes them through the API: POST /webhooks.', {
    label: 'How webhooks work',
    href: '/developers',
  })
  const body = html`<section class="card" aria-labelledby="webhooks"><h2 id="webhooks">Webhooks</h2>
<p class="quiet">Made by the application, each in the name of a user.${webhooks.length === most && ` The newest ${most}.`}</p>
${
  webhooks.length === 0
    ? empty
    : html`<ul class="rows">${webhooks.map(
        (
          webhook,
        ) => html`<li><div><p class="row-title"><a href="${pathOf(application.clientId, webhook)}">${webhook.hook_url}</a></p>
<p class="quiet">${watched(webhook)} · ${webhook.ownerName || webhook.ownerEmail} in ${webhook.accountName}</p>
${webhook.suspended_because !== null && html`<p>Suspended: ${webhook.suspended_because}</p>`}</div>${statusTag(webhook)}</li>`,
      )}</ul>`
}</section>`
  return applicationFrame(application, 'webhooks', body)
}
