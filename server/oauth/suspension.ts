import type { Kysely } from 'kysely'
import type { Database } from '#database/schema.ts'
import { resumeWebhooksOf, suspendWebhooksOf } from '#webhooks/suspend-application.ts'
import { announceApplicationChange } from './access-changed.ts'
import type { Application } from './applications.ts'
import { OauthFault } from './oauth-fault.ts'

/**
 * Suspends an application: its tokens are refused, it gets no new ones, its webhooks rest. Nothing that people gave it is
 * taken away. Every process keeps to it with the commit. False if it was suspended already.
 *
 * @param byPersonId who does it; null for the command line.
 */
export async function suspendApplication(
  transaction: Kysely<Database>,
  clientId: string,
  because: string,
  byPersonId: number | null,
): Promise<boolean> {
  const suspended = await transaction
    .updateTable('application')
    .set({ suspended_at: new Date(), suspended_because: because })
    .where('client_id', '=', clientId)
    .where('suspended_at', 'is', null)
    .returning('client_id')
    .executeTakeFirst()
  if (!suspended) return false
  await suspendWebhooksOf(transaction, clientId, byPersonId)
  await announceApplicationChange(transaction, clientId)
  return true
}

/** Ends a suspension: tokens work again, and the webhooks that rested hear of what happens from now on. */
export async function resumeApplication(
  transaction: Kysely<Database>,
  clientId: string,
  byPersonId: number | null,
): Promise<boolean> {
  const resumed = await transaction
    .updateTable('application')
    .set({ suspended_at: null, suspended_because: null })
    .where('client_id', '=', clientId)
    .where('suspended_at', 'is not', null)
    .returning('client_id')
    .executeTakeFirst()
  if (!resumed) return false
  await resumeWebhooksOf(transaction, clientId, byPersonId)
  await announceApplicationChange(transaction, clientId)
  return true
}

/**
 * Lets an application ask for tokens.
 *
 * @throws {OauthFault} `unauthorized_client` with 400 (RFC 6749, section 5.2) if it is suspended.
 */
export function refuseSuspended({ suspendedBecause }: Application): void {
  if (suspendedBecause === null) return
  const description = `The application is suspended by whoever runs this server: ${suspendedBecause}`
  throw new OauthFault('unauthorized_client', inDescription(description), {}, 400)
}

/** The signs that RFC 6749 lets into `error_description`. */
function inDescription(text: string): string {
  return text.replaceAll('"', "'").replace(/[^\x20-\x5b\x5d-\x7e]/g, '?')
}
