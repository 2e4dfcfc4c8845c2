import { hashPassword } from '../../server/console/passwords.ts'
import { encodeId } from '../../server/ids/encode.ts'
import { createPersonalSpace } from '../../server/resources/account/create-account.ts'
import { joinAccount, nameContact } from '../../server/resources/contacts/person.ts'
import { password } from '../../server/testing/people-server.ts'
import type { WorkApp } from './start-work-app.ts'

/** Somebody more in Anna's account, who can sign in. */
export async function addPerson(
  { server }: Pick<WorkApp, 'server'>,
  firstName: string,
  lastName: string,
  role: 'admin' | 'regular' | 'external' | 'collaborator' = 'regular',
): Promise<{ id: string; personId: number; email: string }> {
  const email = `${firstName.toLowerCase()}@example.com`
  const { accountId } = server.anna
  const passwordHash = await hashPassword(password)
  const personId = await server.store.database.transaction().execute(async (transaction) => {
    const made = await nameContact(transaction, { email, firstName, lastName, passwordHash, emailConfirmed: true })
    await joinAccount(transaction, accountId, made, role)
    await createPersonalSpace(transaction, accountId, made)
    return made
  })
  return { id: encodeId('Contact', accountId, personId), personId, email }
}
