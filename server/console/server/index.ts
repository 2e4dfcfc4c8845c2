import type { Browser } from '../browser.ts'
import { ofSupported } from './application-frame.ts'
import { applicationOverview } from './application-overview.ts'
import { applicationsList } from './applications-list.ts'
import { applicationHistory, serverHistory } from './history.ts'
import { serverOverview } from './overview.ts'
import { ofServer } from './owner-path.ts'
import { peoplePages } from './people.ts'
import { supportAction } from './support-actions.ts'
import { supportPage } from './support-page.ts'

/** The support desk: what whoever runs the server sees and does about all applications and people. */
export function serverPages(pages: Browser): void {
  pages.readSignedIn('/server', ofServer(serverOverview))
  pages.readSignedIn('/server/history', ofServer(serverHistory))
  pages.readSignedIn('/server/applications', ofServer(applicationsList))
  const one = '/server/applications/:clientId'
  pages.readSignedIn(one, ofSupported(applicationOverview))
  pages.readSignedIn(
    `${one}/support`,
    ofSupported((visit, application) => supportPage(visit, application)),
  )
  pages.readSignedIn(`${one}/history`, ofSupported(applicationHistory))
  for (const form of ['limit', 'suspension', 'resumption', 'secret', 'owner', 'deletion'] as const)
    pages.sendSignedIn(`${one}/${form}`, ofSupported(supportAction(form)))
  peoplePages(pages)
}
