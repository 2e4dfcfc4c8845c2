import { encodeAccountId } from '#ids/encode.ts'
import { joinAccount } from '#resources/contacts/person.ts'
import { Client, type Data } from './client.ts'
import { startWorld, type World } from './world.ts'

/** The small world seen through v3: Anna owns Acme and is a regular user of Elsewhere too. */
export interface V3World extends World {
  /** Anna's programs of v3: with a token for all her accounts, and with one of v4 for Acme alone. */
  v3: Client
  v3Acme: Client
  /** Ben's, who is in one account. */
  benV3: Client
  /** Anna through v4 in the other account, and what she has there. */
  annaElsewhere: Client
  elsewhere: string
  away: { space: Data; task: Data }
}

/** Starts one for a test file. */
export async function startV3World(environment: Record<string, string> = {}): Promise<V3World> {
  const world = await startWorld(environment)
  const { database, pool } = world.store
  const elsewhereId = world.accountId + 1
  await database
    .transaction()
    .execute((transaction) => joinAccount(transaction, elsewhereId, world.anna.personId, 'regular'))
  const token = async (allAccounts: boolean, accountId: number) => {
    const { token } = await world.withScopes(world.anna, [
      'wsReadWrite',
      'amReadWriteUser',
      'amReadWriteGroup',
      'amReadWriteInvitation',
      'amReadWriteWorkflow',
    ])
    await pool.query('update access_token set all_accounts = $1, account_id = $2 where token_hash = sha256($3)', [
      allAccounts,
      accountId,
      Buffer.from(token),
    ])
    return token
  }
  const annaElsewhere = new Client(world.url, await token(false, elsewhereId))
  const space = (await annaElsewhere.post('/spaces', { accessType: 'Private', title: 'Away' })).body.data[0]
  const task = (await annaElsewhere.post(`/folders/${space.id}/tasks`, { title: 'Fly' })).body.data[0]
  return {
    ...world,
    v3: new Client(world.url, await token(true, world.accountId), 'v3'),
    v3Acme: new Client(world.url, await token(false, world.accountId), 'v3'),
    benV3: new Client(world.url, world.ben.token, 'v3'),
    annaElsewhere,
    elsewhere: encodeAccountId(elsewhereId),
    away: { space, task },
  }
}
