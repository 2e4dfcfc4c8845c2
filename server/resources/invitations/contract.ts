import { deprecated } from '#contract/deprecation.ts'
import { boolean, idText, instantText, model, oneOfText, optional, string } from '#contract/model.ts'
import { operation } from '#contract/operation.ts'
import { flag, id, optional as maybe, oneOf, text } from '#contract/parameters.ts'

export const Invitation = model('Invitation', {
  id: idText('Invitation'),
  accountId: idText('Account'),
  firstName: optional(string()),
  lastName: optional(string()),
  email: string(),
  status: oneOfText(['Pending', 'Accepted', 'Declined', 'Cancelled']),
  inviterUserId: idText('Contact'),
  invitationDate: instantText(),
  resolvedDate: optional(instantText()),
  role: oneOfText(['User', 'Collaborator']),
  external: boolean(),
  userTypeId: optional(idText('UserType')),
})

const write = ['amReadWriteInvitation'] as const
const inFavourOfUserTypes = {
  since: '2026-11-25',
  why: 'Types of users say more than these two marks',
  instead: 'the parameter userTypeId',
}
const who = () => ({
  role: deprecated(maybe(oneOf(['User', 'Collaborator'])), inFavourOfUserTypes),
  external: deprecated(maybe(flag()), inFavourOfUserTypes),
  userTypeId: maybe(id('UserType')),
})

export const queryInvitations = operation({
  id: 'queryInvitations',
  method: 'GET',
  paths: ['/invitations'],
  summary: 'Invitations of the account',
  scopes: ['amReadOnlyInvitation', 'amReadWriteInvitation'],
  kinds: { invitations: Invitation },
  parameters: {},
})

export const createInvitation = operation({
  id: 'createInvitation',
  method: 'POST',
  paths: ['/invitations'],
  summary: 'Invites somebody into the account, by mail',
  description: 'role and external exclude userTypeId.',
  scopes: write,
  kinds: { invitations: Invitation },
  parameters: {
    email: text({ maxLength: 254, pattern: '^[^\\s@<>()",;:]+@[^\\s@<>()",;:]+\\.[^\\s@<>()",;:.]{2,}$' }),
    firstName: maybe(text({ maxLength: 100 })),
    lastName: maybe(text({ maxLength: 100 })),
    ...who(),
    subject: maybe(text({ minLength: 1, maxLength: 200 })),
    message: maybe(text({ minLength: 1, maxLength: 5000 })),
  },
})

export const updateInvitation = operation({
  id: 'updateInvitation',
  method: 'PUT',
  paths: ['/invitations/{invitationId}'],
  summary: 'Changes a pending invitation, or sends it again',
  scopes: write,
  kinds: { invitations: Invitation },
  parameters: { invitationId: id('Invitation'), resend: maybe(flag()), ...who() },
})

export const deleteInvitation = operation({
  id: 'deleteInvitation',
  method: 'DELETE',
  paths: ['/invitations/{invitationId}'],
  summary: 'Cancels an invitation',
  scopes: write,
  kinds: { invitations: Invitation },
  parameters: { invitationId: id('Invitation') },
})
