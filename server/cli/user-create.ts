import { isEmail, normalEmail } from '#console/email.ts'
import { passwordFault } from '#console/new-password.ts'
import { hashPassword } from '#console/passwords.ts'
import type { Store } from '#database/connect.ts'
import { recordEvents } from '#events/outbox.ts'
import { encodeId } from '#ids/encode.ts'
import { announceAccessChange } from '#oauth/access-changed.ts'
import { createPersonalSpace } from '#resources/account/create-account.ts'
import { joinAccount, nameContact } from '#resources/contacts/person.ts'
import { CommandFault, command } from './command.ts'
import { accountNamed } from './named.ts'

const roles = ['admin', 'regular', 'external', 'collaborator'] as const

export const userCreate = command({
  name: 'user create',
  says: 'Makes a person a user of an account, and prints the id as JSON.',
  options: {
    account: { value: 'ID', says: 'Id of the account', required: true },
    email: { value: 'EMAIL', says: 'Address of the person, who need not confirm it', required: true },
    role: { value: 'ROLE', says: `One of ${roles.join(', ')}`, required: true },
    password: { value: 'PASSWORD', says: 'Password; without one the person sets it by "Forgot your password?"' },
    'first-name': { value: 'NAME', says: 'First name' },
    'last-name': { value: 'NAME', says: 'Last name' },
  },
  run: async (given, session) => {
    const role = roles.find((one) => one === given.role)
    if (!role) throw new CommandFault(`There is no role ${given.role}; there are ${roles.join(', ')}`)
    const email = normalEmail(given.email)
    if (!isEmail(email)) throw new CommandFault(`${given.email} is not an email address`)
    const weak = given.password === undefined ? undefined : passwordFault(given.password, { email })
    if (weak) throw new CommandFault(weak)
    const store = await session.store()
    const accountId = await accountNamed(store, given.account)
    await refuseKnown(store, accountId, email, given.password)
    const passwordHash = given.password === undefined ? null : await hashPassword(given.password)
    const personId = await store.database.transaction().execute(async (transaction) => {
      const names = { firstName: given['first-name'] ?? '', lastName: given['last-name'] ?? '' }
      const made = await nameContact(transaction, { email, ...names, passwordHash, emailConfirmed: true })
      await joinAccount(transaction, accountId, made, role)
      await createPersonalSpace(transaction, accountId, made)
      await announceAccessChange(transaction, [made])
      await recordEvents(transaction, { accountId, personId: null, clientId: null }, [
        { type: 'UserAdded', entityType: 'contact', entityId: made, after: { role } },
      ])
      return made
    })
    session.print(JSON.stringify({ id: encodeId('Contact', accountId, personId) }, null, 2))
  },
})

/** Somebody the server knows keeps name and password; somebody the account knows is asked back by other means. */
async function refuseKnown(
  { database }: Store,
  accountId: number,
  email: string,
  password: string | undefined,
): Promise<void> {
  const person = await database.selectFrom('person').select('person_id').where('email', '=', email).executeTakeFirst()
  if (!person) return
  const user = await database
    .selectFrom('account_user')
    .select('state')
    .where('account_id', '=', accountId)
    .where('person_id', '=', person.person_id)
    .executeTakeFirst()
  if (user) throw new CommandFault(`${email} is a user of the account already (${user.state})`)
  if (password !== undefined)
    throw new CommandFault(`${email} is known to the server and keeps the password: leave --password out`)
}
