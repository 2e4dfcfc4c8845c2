import { fault } from '#console/fault-page.ts'
import { activeAccounts, isAdminRole } from '#console/memberships.ts'
import type { PersonalVisit } from '#console/visit.ts'
import type { Page, Redirect } from '#design/page.ts'
import { encodeAccountId } from '#ids/encode.ts'

/** An account that the visitor looks after. */
export interface OwnAccount {
  accountId: number
  name: string
  /** Where its integrations are. */
  path: string
}

type Answer = (visit: PersonalVisit, account: OwnAccount) => Promise<Page | Redirect>

/** Finds the account of the path among those where the person is an admin; another looks like none. */
export function ofOwnAccount(answer: Answer): (visit: PersonalVisit) => Promise<Page | Redirect> {
  return async (visit) => {
    const accounts = await activeAccounts(visit.database, visit.person.personId)
    const own = accounts.find(
      ({ accountId, role }) => isAdminRole(role) && encodeAccountId(accountId) === visit.params.account,
    )
    if (!own) return fault('There is no such account', 'Or you are no admin of it.', 404)
    const { accountId, name } = own
    return answer(visit, { accountId, name, path: integrationsPath(accountId) })
  }
}

/** Where the integrations of an account are looked after. */
export function integrationsPath(accountId: number): string {
  return `/accounts/${encodeAccountId(accountId)}/integrations`
}
