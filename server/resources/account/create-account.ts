import type { Kysely } from 'kysely'
import type { Plan } from '#contract/plans.ts'
import type { Database } from '#database/schema.ts'
import { nameContact } from '../contacts/person.ts'
import { createStandardWorkflow } from '../workflows/standard-workflow.ts'

export interface NewAccount {
  name: string
  owner: {
    email: string
    firstName?: string
    lastName?: string
    passwordHash?: string | null
    emailConfirmed?: boolean
  }
  /** A self-hosted account starts on the highest. */
  plan?: Plan
}

/** Categories of time that every account starts with. */
const timelogCategories = ['Development', 'Design', 'Meeting', 'Administration', 'Other']

/**
 * Creates an account with its owner, default group, default workflow, the owner's personal space and the categories of
 * time; all or nothing. An owner whose e-mail address is known joins as the person they are.
 */
export async function createAccount(
  database: Kysely<Database>,
  account: NewAccount,
): Promise<{ accountId: number; personId: number }> {
  return database.transaction().execute(async (transaction) => {
    const personId = await nameContact(transaction, account.owner)
    const { account_id: accountId } = await transaction
      .insertInto('account')
      .values({ name: account.name, ...(account.plan ? { plan: account.plan } : {}) })
      .returning('account_id')
      .executeTakeFirstOrThrow()
    await transaction
      .insertInto('account_user')
      .values({ account_id: accountId, person_id: personId, role: 'owner', state: 'active' })
      .execute()
    const { group_id: groupId } = await transaction
      .insertInto('user_group')
      .values({
        account_id: accountId,
        title: 'My Team',
        avatar_letters: 'MT',
        avatar_color: '#4CAF50',
        is_default: true,
      })
      .returning('group_id')
      .executeTakeFirstOrThrow()
    await transaction
      .insertInto('group_member')
      .values({ account_id: accountId, group_id: groupId, person_id: personId })
      .execute()
    await createStandardWorkflow(transaction, accountId)
    await createPersonalSpace(transaction, accountId, personId)
    await transaction
      .insertInto('timelog_category')
      .values(timelogCategories.map((name, position) => ({ account_id: accountId, name, position })))
      .execute()
    return { accountId, personId }
  })
}

/** The space that belongs to one person alone; made with the person, never by the API. Who comes back has it already. */
export async function createPersonalSpace(
  transaction: Kysely<Database>,
  accountId: number,
  personId: number,
): Promise<void> {
  const known = await transaction
    .selectFrom('space')
    .innerJoin('folder_share', (join) =>
      join
        .onRef('folder_share.account_id', '=', 'space.account_id')
        .onRef('folder_share.folder_id', '=', 'space.folder_id'),
    )
    .select('space.folder_id')
    .where('space.account_id', '=', accountId)
    .where('access_type', '=', 'Personal')
    .where('principal_id', '=', personId)
    .executeTakeFirst()
  if (known) return
  const { workflow_id } = await transaction
    .selectFrom('workflow')
    .select('workflow_id')
    .where('account_id', '=', accountId)
    .where('standard', '=', true)
    .executeTakeFirstOrThrow()
  const { folder_id } = await transaction
    .insertInto('folder')
    .values({ account_id: accountId, title: 'Personal', author_id: personId, workflow_id, is_space: true })
    .returning('folder_id')
    .executeTakeFirstOrThrow()
  const own = { account_id: accountId, folder_id, principal_id: personId, role: 4 } as const
  await transaction.insertInto('space').values({ account_id: accountId, folder_id, access_type: 'Personal' }).execute()
  await transaction
    .insertInto('folder_share')
    .values({ ...own, is_manager: true })
    .execute()
  await transaction.insertInto('folder_access').values(own).execute()
}
