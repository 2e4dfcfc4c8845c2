import type { Handler } from '#contract/handler.ts'
import type * as contract from './contract.ts'
import { presentInvitation } from './presenter.ts'
import { invitationRows } from './queries.ts'

/** Lists all invitations of the account, newest first. */
export const queryInvitations: Handler<typeof contract.queryInvitations> = async ({ caller }) => ({
  data: (await invitationRows(caller)).map((row) => presentInvitation(caller, row)),
})
