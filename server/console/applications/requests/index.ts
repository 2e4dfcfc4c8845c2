import type { Browser } from '../../browser.ts'
import { ofOwnOrServer } from '../own-path.ts'
import { download } from './download.ts'
import { liveTails } from './live-tails.ts'
import { logPage } from './log-page.ts'
import { requestPage } from './request-page.ts'

/** The log of an application's requests: filtered, live, as a file; what it uses and how near it is to its limit. */
export function requestPages(pages: Browser): void {
  const tails = liveTails()
  pages.whenStopping(() => tails.end())
  pages.readSignedIn('/applications/:clientId/requests', ofOwnOrServer(logPage))
  pages.readSignedIn(
    '/applications/:clientId/requests/live',
    ofOwnOrServer((visit, application) => tails.open(visit, application)),
  )
  pages.readSignedIn('/applications/:clientId/requests/log.csv', ofOwnOrServer(download('csv')))
  pages.readSignedIn('/applications/:clientId/requests/log.jsonl', ofOwnOrServer(download('jsonl')))
  pages.readSignedIn('/applications/:clientId/requests/:place', ofOwnOrServer(requestPage))
}
