import type { Kysely } from 'kysely'
import type { Database } from '#database/schema.ts'
import { type Application, findApplication } from '#oauth/applications.ts'
import type { DeveloperRole } from '#oauth/developers.ts'

/** An application and what the person may do with it. */
export interface OwnApplication extends Application {
  /** Undefined for an admin of its account who is not one of its people. */
  role: DeveloperRole | undefined
  /** The person is an admin of its account and may vouch for it. */
  isAdmin: boolean
  /** Owners and admins decide who looks after it, and whether it stays. */
  mayManage: boolean
  /** It is not the person's own: they see it because they run the server. */
  asServerOwner: boolean
}

/** The applications a person looks after, and all of the accounts where they are an admin. */
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
    .select(['user.role as userRole', 'user.state', 'developer.role'])
    .where('application.client_id', '=', clientId)
    .executeTakeFirst()
  const application = own && (await findApplication(database, clientId))
  if (!application) return undefined
  const isAdmin = own.state === 'active' && (own.userRole === 'owner' || own.userRole === 'admin')
  const role = own.role ?? undefined
  return {
    ...application,
    role,
    isAdmin,
    mayManage: isAdmin || role === 'owner',
    asServerOwner: false,
  }
}

/** Finds any application, for whoever runs the server: to be looked at. */
export async function findAnyApplication(
  database: Kysely<Database>,
  clientId: string,
): Promise<OwnApplication | undefined> {
  const application = await findApplication(database, clientId)
  if (!application) return undefined
  return { ...application, role: undefined, isAdmin: false, mayManage: false, asServerOwner: true }
}

function ownApplications(database: Kysely<Database>, personId: number) {
  return database
    .selectFrom('application')
    .innerJoin('account', 'account.account_id', 'application.account_id')
    .leftJoin('account_user as user', (join) =>
      join.onRef('user.account_id', '=', 'application.account_id').on('user.person_id', '=', personId),
    )
    .leftJoin('application_person as developer', (join) =>
      join.onRef('developer.client_id', '=', 'application.client_id').on('developer.person_id', '=', personId),
    )
    .where((is) =>
      is.or([
        is.and([is('user.state', '=', 'active'), is('user.role', 'in', ['owner', 'admin'])]),
        // As in developersOf: an outsider may help, whoever was put out of the account may not.
        is.and([
          is('developer.role', 'is not', null),
          is.or([is('user.state', 'is', null), is('user.state', 'not in', ['inactive', 'removed'])]),
        ]),
      ]),
    )
}
