import { permanentTokenScopes, type Scope } from '#contract/scopes.ts'
import { issuePermanentToken } from '#oauth/tokens.ts'
import { CommandFault, command } from './command.ts'
import { accountOf, personNamed } from './named.ts'

export const tokenCreate = command({
  name: 'token create',
  says: 'Makes a permanent access token for a person, and prints it. It is shown this once.',
  options: {
    email: { value: 'EMAIL', says: 'Address of the person', required: true },
    scope: { value: 'SCOPE', says: 'What it may open; without, all that permanent tokens may have', several: true },
    account: { value: 'ID', says: 'Account it works in, if the person is in several' },
  },
  run: async (given, session) => {
    const scopes = given.scope.flatMap((text) => text.split(/[\s,]+/)).filter((text) => text !== '')
    const foreign = scopes.find((scope) => !permanentTokenScopes.includes(scope as Scope))
    if (foreign)
      throw new CommandFault(`No scope of a permanent token: ${foreign}. There are ${permanentTokenScopes.join(', ')}`)
    const store = await session.store()
    const { personId } = await personNamed(store, given.email)
    const token = await issuePermanentToken(store.database, {
      personId,
      accountId: await accountOf(store, personId, given.account),
      clientId: null,
      scopes: scopes.length > 0 ? scopes : permanentTokenScopes,
      name: 'Made on the command line',
    })
    session.print(token)
  },
})
