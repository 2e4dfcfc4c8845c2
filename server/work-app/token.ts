import type { Browser } from '#console/browser.ts'
import { activeAccounts } from '#console/memberships.ts'
import { permanentTokenScopes } from '#contract/scopes.ts'
import { encodeAccountId } from '#ids/encode.ts'
import { issueSessionToken } from '#oauth/session-tokens.ts'

/** The application by which the work app calls; part of the server (migration 0047). */
export const workAppClient = 'work-app'

const minutes = 60

/**
 * Gives the work app its access token, for the browser's session and one of the person's accounts; named as in the answer
 * of a token endpoint (RFC 6749, section 5.1). 401 where nobody is signed in.
 */
export function workAppToken(pages: Browser): void {
  pages.send('/work/token', async ({ database, person, form, reply }) => {
    const say = (status: number, body: object): undefined => {
      reply.code(status).header('cache-control', 'no-store').type('application/json; charset=utf-8')
      reply.send(JSON.stringify(body))
    }
    if (!person) return say(401, { error: 'invalid_grant', error_description: 'Nobody is signed in' })
    const { personId, sessionHash } = person
    const accounts = await activeAccounts(database, personId)
    const account = accounts.find(({ accountId }) => encodeAccountId(accountId) === form.account)
    if (!account) return say(404, { error: 'invalid_grant', error_description: 'You have no such account' })
    const access = { personId, sessionHash, accountId: account.accountId, clientId: workAppClient }
    const token = await issueSessionToken(database, { ...access, scopes: permanentTokenScopes, minutes })
    if (!token) return say(401, { error: 'invalid_grant', error_description: 'Nobody is signed in' })
    return say(200, { access_token: token, token_type: 'bearer', expires_in: minutes * 60 })
  })
}
