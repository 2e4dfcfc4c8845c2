import type { Caller } from '#access/caller.ts'
import type { Handler } from '#contract/handler.ts'
import type * as contract from './contract.ts'
import { presentInvitation } from './presenter.ts'
import { invitationRows } from './queries.ts'

/** Lists all invitations of the account, newest first; to externals and collaborators, who invite nobody, none. */
export const queryInvitations: Handler<typeof contract.queryInvitations> = async ({ caller }) => ({
  data: mayInvite(caller) ? (await invitationRows(caller)).map((row) => presentInvitation(caller, row)) : [],
})

const mayInvite = ({ role }: Caller) => role !== 'external' && role !== 'collaborator'
