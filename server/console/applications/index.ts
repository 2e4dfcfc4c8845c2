import type { Browser } from '../browser.ts'
import { credentialsPages } from './credentials.ts'
import { historyPages } from './history.ts'
import { listPages } from './list.ts'
import { settingsPages } from './settings.ts'
import { tokenPages } from './tokens.ts'

/** Everything a developer may see and do about applications, a line for each tab. */
export function applicationPages(pages: Browser): void {
  listPages(pages)
  settingsPages(pages)
  credentialsPages(pages)
  tokenPages(pages)
  historyPages(pages)
}
