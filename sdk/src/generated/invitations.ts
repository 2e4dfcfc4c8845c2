// Written by `npm run generate` from the contract. Changes belong there.

import { operation } from '../operation.ts'

export interface Invitation {
  id: string
  accountId: string
  firstName?: string
  lastName?: string
  email: string
  status: 'Pending' | 'Accepted' | 'Declined' | 'Cancelled'
  inviterUserId: string
  invitationDate: string
  resolvedDate?: string
  role: 'User' | 'Collaborator'
  external: boolean
  userTypeId?: string
}

/** What {@link queryInvitations} takes. */
export interface QueryInvitationsInput {
}

/** Invitations of the account */
export const queryInvitations = /* @__PURE__ */ operation<QueryInvitationsInput, Invitation>({
  id: 'queryInvitations',
  method: 'GET',
  paths: ['/invitations'],
})

/** What {@link createInvitation} takes. */
export interface CreateInvitationInput {
  email: string
  firstName?: string
  lastName?: string
  /** @deprecated Deprecated since 2026-11-25. Types of users say more than these two marks. Instead: the parameter userTypeId. */
  role?: 'User' | 'Collaborator'
  /** @deprecated Deprecated since 2026-11-25. Types of users say more than these two marks. Instead: the parameter userTypeId. */
  external?: boolean
  userTypeId?: string
  subject?: string
  message?: string
}

/** Invites somebody into the account, by mail. role and external exclude userTypeId. */
export const createInvitation = /* @__PURE__ */ operation<CreateInvitationInput, Invitation>({
  id: 'createInvitation',
  method: 'POST',
  paths: ['/invitations'],
})

/** What {@link updateInvitation} takes. */
export interface UpdateInvitationInput {
  invitationId: string
  resend?: boolean
  /** @deprecated Deprecated since 2026-11-25. Types of users say more than these two marks. Instead: the parameter userTypeId. */
  role?: 'User' | 'Collaborator'
  /** @deprecated Deprecated since 2026-11-25. Types of users say more than these two marks. Instead: the parameter userTypeId. */
  external?: boolean
  userTypeId?: string
}

/** Changes a pending invitation, or sends it again */
export const updateInvitation = /* @__PURE__ */ operation<UpdateInvitationInput, Invitation>({
  id: 'updateInvitation',
  method: 'PUT',
  paths: ['/invitations/{invitationId}'],
})

/** What {@link deleteInvitation} takes. */
export interface DeleteInvitationInput {
  invitationId: string
}

/** Cancels an invitation */
export const deleteInvitation = /* @__PURE__ */ operation<DeleteInvitationInput, Invitation>({
  id: 'deleteInvitation',
  method: 'DELETE',
  paths: ['/invitations/{invitationId}'],
})
