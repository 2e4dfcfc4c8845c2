import type { Kysely } from 'kysely'
import type { Database } from '#database/schema.ts'
import { recordEvents } from '#events/outbox.ts'

/** What the audit log of an application's account says of it. */
export interface ApplicationChange {
  clientId: string
  /** In words, for whoever reads the log: 'Secret replaced'. */
  change: string
  /** Whom it is about, when it is about a person. */
  aboutPersonId?: number
}

/** Records a change of an application in the transaction that makes it, as an act of its account. */
export async function recordApplicationChange(
  transaction: Kysely<Database>,
  { clientId, change, aboutPersonId }: ApplicationChange,
  byPersonId: number | null,
): Promise<void> {
  const application = await transaction
    .selectFrom('application')
    .select(['account_id', 'name'])
    .where('client_id', '=', clientId)
    .executeTakeFirst()
  // The server's own application is of no account.
  if (!application || application.account_id === null) return
  const { account_id: accountId, name } = application
  await recordEvents(transaction, { accountId, personId: byPersonId, clientId: null }, [
    {
      type: 'ApplicationChanged',
      entityType: 'account',
      entityId: accountId,
      after: { clientId, name, change, personId: aboutPersonId ?? null },
    },
  ])
}
