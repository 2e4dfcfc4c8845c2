import { createApplication } from '#oauth/applications.ts'
import { command } from './command.ts'
import { accountOf, personNamed } from './named.ts'

export const appCreate = command({
  name: 'app create',
  says: 'Registers an application, and prints its client id and secret as JSON. The secret is shown this once.',
  options: {
    name: { value: 'NAME', says: 'Name, as the consent screen shows it', required: true },
    owner: { value: 'EMAIL', says: 'Address of the person it belongs to', required: true },
    'redirect-uri': { value: 'URI', says: 'Where codes are sent: https, or http://localhost', several: true },
    account: { value: 'ID', says: 'Account it belongs to, if the owner has several' },
    public: { says: 'For programs on devices of others: no secret, PKCE required' },
  },
  run: async (given, session) => {
    const store = await session.store()
    const { personId } = await personNamed(store, given.owner)
    const { clientId, clientSecret } = await createApplication(store.database, {
      name: given.name.trim(),
      ownerPersonId: personId,
      accountId: await accountOf(store, personId, given.account),
      redirectUris: given['redirect-uri'],
      isPublic: given.public,
    })
    session.print(JSON.stringify(given.public ? { clientId } : { clientId, clientSecret }, null, 2))
  },
})
