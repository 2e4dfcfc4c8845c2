import { bind } from '#contract/bind.ts'
import * as contract from './contract.ts'
import { createInvitation } from './create-invitation.ts'
import { deleteInvitation } from './delete-invitation.ts'
import { queryInvitations } from './query-invitations.ts'
import { updateInvitation } from './update-invitation.ts'

export const invitations = bind(contract, { queryInvitations, createInvitation, updateInvitation, deleteInvitation })
