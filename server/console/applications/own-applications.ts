import type { Kysely } from 'kysely'
import type { Database } from '#database/schema.ts'
import { type Application, findApplication } from '#oauth/applications.ts'

/** An application and what the person may do with it. */
export interface OwnApplication extends Application {
  accountName: string
  /** The person is an admin of its account and may vouch for it. */
  isAdmin: boolean
}

/** The applications a person looks after: their own, and all of the accounts where they are an admin. */
export function listOwnApplications(database: Kysely<Database>, personId: number) {
  return ownApplications(database, personId)
    .select(['application.client_id', 'application.name', 'application.created_at'])
    .select((application) => [
      'account.name as account_name',
      application
        .selectFrom('oauth_grant')
        .select((grant) => grant.fn.countAll<number>().as('grants'))
        .whereRef('oauth_grant.client_id', '=', 'application.client_id')
        .where('oauth_grant.revoked_at', 'is', null)
        .as('grants'),
    ])
    .orderBy('application.created_at', 'desc')
    .orderBy('application.client_id')
    .execute()
}

/** Finds one of them; undefined also if it is somebody else's. */
export async function findOwnApplication(
  database: Kysely<Database>,
  personId: number,
  clientId: string,
): Promise<OwnApplication | undefined> {
  const own = await ownApplications(database, personId)
    .select(['account.name as accountName', 'user.role'])
    .where('application.client_id', '=', clientId)
    .executeTakeFirst()
  const application = own && (await findApplication(database, clientId))
  if (!application) return undefined
  return { ...application, accountName: own.accountName, isAdmin: own.role === 'owner' || own.role === 'admin' }
}

function ownApplications(database: Kysely<Database>, personId: number) {
  return database
    .selectFrom('application')
    .innerJoin('account', 'account.account_id', 'application.account_id')
    .innerJoin('account_user as user', (join) =>
      join.onRef('user.account_id', '=', 'application.account_id').on('user.person_id', '=', personId),
    )
    .where('user.state', '=', 'active')
    .where((application) =>
      application.or([
        application('application.owner_person_id', '=', personId),
        application('user.role', 'in', ['owner', 'admin']),
      ]),
    )
}
