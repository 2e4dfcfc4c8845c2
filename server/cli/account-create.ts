import { isEmail, normalEmail } from '#console/email.ts'
import { passwordFault } from '#console/new-password.ts'
import { hashPassword } from '#console/passwords.ts'
import { encodeAccountId, encodeId } from '#ids/encode.ts'
import { createAccount } from '#resources/account/create-account.ts'
import { CommandFault, command } from './command.ts'

export const accountCreate = command({
  name: 'account create',
  says: 'Creates an account with its owner, and prints the ids of both as JSON.',
  options: {
    name: { value: 'NAME', says: 'Name of the account', required: true },
    owner: { value: 'EMAIL', says: 'Address of the owner, who need not confirm it', required: true },
    password: { value: 'PASSWORD', says: 'Password of the owner', required: true },
    'first-name': { value: 'NAME', says: 'First name of the owner' },
    'last-name': { value: 'NAME', says: 'Last name of the owner' },
  },
  run: async (given, session) => {
    const email = normalEmail(given.owner)
    if (!isEmail(email)) throw new CommandFault(`${given.owner} is not an email address`)
    const weak = passwordFault(given.password, { email })
    if (weak) throw new CommandFault(weak)
    const { database } = await session.store()
    const known = await database.selectFrom('person').select('person_id').where('email', '=', email).executeTakeFirst()
    if (known) throw new CommandFault(`${email} is known already: sign in, and create another account on /register`)
    const { accountId, personId } = await createAccount(database, {
      name: given.name.trim(),
      owner: {
        email,
        firstName: given['first-name'] ?? '',
        lastName: given['last-name'] ?? '',
        passwordHash: await hashPassword(given.password),
        emailConfirmed: true,
      },
    })
    const made = { id: encodeAccountId(accountId), ownerId: encodeId('Contact', accountId, personId) }
    session.print(JSON.stringify(made, null, 2))
  },
})
