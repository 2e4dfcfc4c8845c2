import { activeAccounts } from '#console/memberships.ts'
import type { Store } from '#database/connect.ts'
import { decodeAccountId } from '#ids/decode.ts'
import { encodeAccountId } from '#ids/encode.ts'
import { CommandFault } from './command.ts'

/** The person with an address. */
export async function personNamed({ database }: Store, email: string): Promise<{ personId: number; email: string }> {
  const person = await database
    .selectFrom('person')
    .select(['person_id as personId', 'email'])
    .where('email', '=', email.trim().toLowerCase())
    .executeTakeFirst()
  if (!person) throw new CommandFault(`Nobody has the address ${email}`)
  return person
}

/** The account with a public id. */
export async function accountNamed({ database }: Store, id: string): Promise<number> {
  const accountId = decodeAccountId(id)
  const account =
    accountId === undefined
      ? undefined
      : await database.selectFrom('account').select('account_id').where('account_id', '=', accountId).executeTakeFirst()
  if (!account) throw new CommandFault(`There is no account ${id}`)
  return account.account_id
}

/** The account a person means: the one named, or the only one there is. */
export async function accountOf(store: Store, personId: number, id: string | undefined): Promise<number> {
  const accounts = await activeAccounts(store.database, personId)
  if (id !== undefined) {
    const accountId = await accountNamed(store, id)
    if (accounts.some((account) => account.accountId === accountId)) return accountId
    throw new CommandFault(`The person is not an active user of the account ${id}`)
  }
  const [first, ...more] = accounts
  if (!first) throw new CommandFault('The person is not an active user of any account')
  if (more.length === 0) return first.accountId
  const choice = accounts.map((account) => `${encodeAccountId(account.accountId)} (${account.name})`).join(', ')
  throw new CommandFault(`The person is in several accounts; say which with --account: ${choice}`)
}
