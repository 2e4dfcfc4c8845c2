import type { Kysely } from 'kysely'
import type { Database } from '#database/schema.ts'
import { recordEvents } from '#events/outbox.ts'
import { message } from '#mail/message.ts'
import { type MailServices, sendMail } from '#mail/send.ts'
import { announceAccessChange } from '#oauth/access-changed.ts'
import { createPersonalSpace } from '#resources/account/create-account.ts'
import { joinAccount } from '#resources/contacts/person.ts'
import { createLink, findLink, useLink } from './one-time-links.ts'

/** An invitation, named as its row is. */
export interface InvitationKey {
  accountId: number
  invitationId: number
}

/**
 * Sends, or sends again, the mail of a pending invitation. Call it after the transaction that wrote the row. Older links
 * of the same invitation stop working.
 */
export async function sendInvitation(services: MailServices, key: InvitationKey): Promise<void> {
  const { database } = services.store
  const invitation = await pending(database, key)
  if (!invitation) return
  await cancelInvitationLinks(database, key)
  const link = await createLink(database, { purpose: 'invitation', personId: invitation.person_id, ...key })
  const { publicUrl } = services.settings
  const inviter = `${invitation.inviter_first_name} ${invitation.inviter_last_name}`.trim() || invitation.inviter_email
  const words = {
    subject: invitation.subject ?? `${inviter} invites you to ${invitation.account_name}`,
    paragraphs: [
      `Hello${invitation.first_name ? ` ${invitation.first_name}` : ''},`,
      invitation.message ?? `${inviter} would like to work with you in ${invitation.account_name}.`,
    ],
    action: { label: 'Accept the invitation', url: `${publicUrl}/invitation/${link}` },
    reason: `${inviter} (${invitation.inviter_email}) invited this address to the account ${invitation.account_name} at ${publicUrl}. If you do not want that, do nothing.`,
  }
  await sendMail(services, { to: invitation.email, ...message(words) })
}

/** Makes the links of an invitation worthless; for the transaction that cancels it. */
export async function cancelInvitationLinks(database: Kysely<Database>, key: InvitationKey): Promise<void> {
  await database
    .deleteFrom('one_time_link')
    .where('account_id', '=', key.accountId)
    .where('invitation_id', '=', key.invitationId)
    .where('used_at', 'is', null)
    .execute()
}

/** What the accept page shows; undefined if the link is used or lapsed, or the invitation isn't pending any more. */
export async function findInvitation(database: Kysely<Database>, token: string) {
  const link = await findLink(database, 'invitation', token)
  if (!link?.account_id || !link.invitation_id) return undefined
  const invitation = await pending(database, { accountId: link.account_id, invitationId: link.invitation_id })
  return invitation && { ...invitation, hasPassword: link.password_hash !== null }
}

/** What a person gives when they accept for the first time. */
export interface Newcomer {
  firstName: string
  lastName: string
  passwordHash: string
}

/**
 * Accepts an invitation: the person becomes an active user of the account in the role they were invited to. The link
 * came by mail, so it confirms the address.
 *
 * @returns false if the link was used meanwhile.
 */
export async function acceptInvitation(
  database: Kysely<Database>,
  token: string,
  newcomer: Newcomer | undefined,
): Promise<boolean> {
  const invitation = await findInvitation(database, token)
  if (!invitation) return false
  const { account_id: accountId, person_id: personId, invitation_id, role } = invitation
  return database.transaction().execute(async (transaction) => {
    if (!(await useLink(transaction, token))) return false
    await transaction
      .updateTable('person')
      .set((person) => ({
        email_confirmed_at: person.fn.coalesce('email_confirmed_at', person.val(new Date())),
        ...(newcomer && {
          first_name: newcomer.firstName,
          last_name: newcomer.lastName,
          password_hash: newcomer.passwordHash,
        }),
      }))
      .where('person_id', '=', personId)
      .execute()
    await joinAccount(transaction, accountId, personId, role)
    if (role !== 'collaborator') await createPersonalSpace(transaction, accountId, personId)
    await transaction
      .updateTable('invitation')
      .set({ status: 'Accepted', resolved_at: new Date() })
      .where('account_id', '=', accountId)
      .where('invitation_id', '=', invitation_id)
      .execute()
    await announceAccessChange(transaction, [personId])
    await recordEvents(transaction, { accountId, personId, clientId: null }, [
      { type: 'InvitationAccepted', entityType: 'invitation', entityId: invitation_id, after: { role } },
    ])
    return true
  })
}

function pending(database: Kysely<Database>, { accountId, invitationId }: InvitationKey) {
  return database
    .selectFrom('invitation')
    .innerJoin('account', 'account.account_id', 'invitation.account_id')
    .innerJoin('person as inviter', 'inviter.person_id', 'invitation.inviter_id')
    .select(['invitation.account_id', 'invitation_id', 'invitation.person_id', 'invitation.role', 'invitation.email'])
    .select(['invitation.first_name', 'invitation.last_name', 'subject', 'message', 'account.name as account_name'])
    .select(['inviter.first_name as inviter_first_name', 'inviter.last_name as inviter_last_name'])
    .select('inviter.email as inviter_email')
    .where('invitation.account_id', '=', accountId)
    .where('invitation_id', '=', invitationId)
    .where('invitation.status', '=', 'Pending')
    .executeTakeFirst()
}
