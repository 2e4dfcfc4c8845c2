import type { Static } from 'typebox'
import type { Caller } from '#access/caller.ts'
import { userTypeNumber } from '#access/roles.ts'
import { formatInstant } from '#contract/dates.ts'
import type { Selectable } from '#database/sql.ts'
import { encodeAccountId, encodeId } from '#ids/encode.ts'
import type { Invitation } from './contract.ts'
import type { InvitationTables } from './tables.ts'

export type InvitationRow = Selectable<InvitationTables['invitation']>

/** Row → Invitation. */
export function presentInvitation(caller: Caller, row: InvitationRow): Static<typeof Invitation> {
  return {
    id: encodeId('Invitation', caller.accountId, row.invitation_id),
    accountId: encodeAccountId(caller.accountId),
    ...(row.first_name === null ? {} : { firstName: row.first_name }),
    ...(row.last_name === null ? {} : { lastName: row.last_name }),
    email: row.email,
    status: row.status,
    inviterUserId: encodeId('Contact', caller.accountId, row.inviter_id),
    invitationDate: formatInstant(row.invited_at),
    ...(row.resolved_at === null ? {} : { resolvedDate: formatInstant(row.resolved_at) }),
    role: row.role === 'collaborator' ? 'Collaborator' : 'User',
    external: row.role === 'external',
    userTypeId: encodeId('UserType', caller.accountId, userTypeNumber(row.role)),
  }
}
