import type { FastifyReply } from 'fastify'
import type { Browser } from '#console/browser.ts'
import { activeAccounts } from '#console/memberships.ts'
import type { PersonalVisit, Visit } from '#console/visit.ts'
import { encodeAccountId } from '#ids/encode.ts'
import { issueTriedToken, minutesOfTrying, triedScopes } from '#oauth/reference-tokens.ts'

/** Where a page of the reference learns who looks at it, and gets a token for one of the person's accounts. */
export const tokenPath = '/developers/token'

/**
 * Answers scripts of the reference's pages, which are the same for everybody: with the accounts of whoever is signed in
 * and the token for forms; and with an access token, for a form that says `account` and `access`.
 */
export function tokensForTrying(pages: Browser): void {
  pages.read(tokenPath, async (visit) => {
    if (!visit.person) return say(visit.reply, 401, { error: 'Nobody is signed in' })
    const accounts = await activeAccounts(visit.database, visit.person.personId)
    return say(visit.reply, 200, {
      formToken: visit.formToken,
      accounts: accounts.map(({ accountId, name }) => ({ id: encodeAccountId(accountId), name })),
    })
  })

  pages.send(tokenPath, async (visit) => {
    if (!isSignedIn(visit)) return say(visit.reply, 401, { error: 'Nobody is signed in' })
    const { database, person, form, reply } = visit
    const accounts = await activeAccounts(database, person.personId)
    const account = accounts.find(({ accountId }) => encodeAccountId(accountId) === form.account)
    if (!account) return say(reply, 404, { error: 'You have no such account' })
    const access = form.access === 'write' ? 'write' : 'read'
    const { personId, sessionHash } = person
    const token = await issueTriedToken(database, { personId, sessionHash, accountId: account.accountId, access })
    if (!token) return say(reply, 401, { error: 'Nobody is signed in' })
    return say(reply, 200, { token, scopes: triedScopes[access], expiresIn: minutesOfTrying * 60 })
  })
}

const isSignedIn = (visit: Visit): visit is PersonalVisit => visit.person !== undefined

/** JSON in place of a page. */
function say(reply: FastifyReply, status: number, body: object): undefined {
  reply
    .code(status)
    .header('cache-control', 'no-store')
    .type('application/json; charset=utf-8')
    .send(JSON.stringify(body))
}
