import type { Browser } from '../browser.ts'
import { consentPages } from './consents.ts'
import { credentialsPages } from './credentials.ts'
import { deletionPages } from './deletion.ts'
import { historyPages } from './history.ts'
import { invitationPages } from './invitation.ts'
import { listPages } from './list.ts'
import { logoPages } from './logo.ts'
import { peoplePages } from './people.ts'
import { requestPages } from './requests/index.ts'
import { scopePages } from './scopes.ts'
import { settingsPages } from './settings.ts'
import { tokenPages } from './tokens.ts'
import { webhookPages } from './webhooks/index.ts'

/** Everything a developer may see and do about applications, a line for each tab. */
export function applicationPages(pages: Browser): void {
  listPages(pages)
  settingsPages(pages)
  logoPages(pages)
  scopePages(pages)
  deletionPages(pages)
  peoplePages(pages)
  invitationPages(pages)
  credentialsPages(pages)
  consentPages(pages)
  tokenPages(pages)
  requestPages(pages)
  webhookPages(pages)
  historyPages(pages)
}
