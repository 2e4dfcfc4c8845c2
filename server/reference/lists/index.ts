import { addresses } from '../addresses.ts'
import type { ReferencePage } from '../frame.ts'
import { errorsPage } from './errors-page.ts'
import { eventsPage } from './events-page.ts'
import { plansPage } from './plans-page.ts'
import { scopesPage } from './scopes-page.ts'

/** Lists that operations refer to. */
export const listPages: readonly [address: string, page: () => ReferencePage][] = [
  [addresses.errors, errorsPage],
  [addresses.scopes, scopesPage],
  [addresses.plans, plansPage],
  [addresses.events, eventsPage],
]
