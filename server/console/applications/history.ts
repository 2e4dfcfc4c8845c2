import { emptyState } from '#design/components.ts'
import { html } from '#design/html.ts'
import type { Page } from '#design/page.ts'
import type { Browser } from '../browser.ts'
import { actList } from '../server/act-list.ts'
import { listActs } from '../server/acts.ts'
import type { PersonalVisit } from '../visit.ts'
import { applicationFrame } from './frame.ts'
import type { OwnApplication } from './own-applications.ts'
import { ofOwn } from './own-path.ts'

/** What those who run the server did about an application, for its people. */
export function historyPages(pages: Browser): void {
  pages.readSignedIn('/applications/:clientId/history', ofOwn(history))
}

async function history({ database }: PersonalVisit, application: OwnApplication): Promise<Page> {
  const acts = await listActs(database, { clientId: application.clientId }, 500)
  const body = html`<section class="card" aria-labelledby="acts"><h2 id="acts">What was done about it</h2>
<p class="quiet">By those who run this server: by whom, when and why.</p>
${acts.length === 0 ? emptyState('Nothing. They can limit, suspend or hand over an application; each time it stands here.') : actList(acts)}</section>`
  return applicationFrame(application, 'history', body)
}
