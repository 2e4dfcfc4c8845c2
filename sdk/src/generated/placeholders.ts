// Written by `npm run generate` from the contract. Changes belong there.

import { operation } from '../operation.ts'
import type { CreateJobRoleAvatarColor } from './job-roles.ts'

export interface Placeholder {
  id: string
  title: string
  shortTitle: string
  avatarUrl: string
  jobRoleId?: string
  deleted: boolean
}

/** What {@link queryPlaceholders} takes. */
export interface QueryPlaceholdersInput {
}

/** Placeholders of the account. Deleted ones are left out; they are still read by id. */
export const queryPlaceholders = /* @__PURE__ */ operation<QueryPlaceholdersInput, Placeholder>({
  id: 'queryPlaceholders',
  method: 'GET',
  paths: ['/placeholders'],
})

/** What {@link getPlaceholders} takes. */
export interface GetPlaceholdersInput {
  placeholderIds: string[]
}

/** Placeholders by id */
export const getPlaceholders = /* @__PURE__ */ operation<GetPlaceholdersInput, Placeholder>({
  id: 'getPlaceholders',
  method: 'GET',
  paths: ['/placeholders/{placeholderIds}'],
})

/** What {@link createPlaceholder} takes. */
export interface CreatePlaceholderInput {
  title: string
  /** Letters of the avatar */
  shortTitle?: string
  avatarColor?: CreateJobRoleAvatarColor
  jobRoleId?: string
}

/** Creates a placeholder: somebody of a job role who is not known yet */
export const createPlaceholder = /* @__PURE__ */ operation<CreatePlaceholderInput, Placeholder>({
  id: 'createPlaceholder',
  method: 'POST',
  paths: ['/placeholders'],
})

/** What {@link updatePlaceholder} takes. */
export interface UpdatePlaceholderInput {
  placeholderId: string
  title?: string
  /** Letters of the avatar */
  shortTitle?: string
  avatarColor?: CreateJobRoleAvatarColor
  jobRoleId?: string | null
}

/** Changes a placeholder */
export const updatePlaceholder = /* @__PURE__ */ operation<UpdatePlaceholderInput, Placeholder>({
  id: 'updatePlaceholder',
  method: 'PUT',
  paths: ['/placeholders/{placeholderId}'],
})

/** What {@link deletePlaceholder} takes. */
export interface DeletePlaceholderInput {
  placeholderId: string
}

/** Deletes a placeholder. Tasks and bookings that name it keep it; nothing can be given to it any more. */
export const deletePlaceholder = /* @__PURE__ */ operation<DeletePlaceholderInput, Placeholder>({
  id: 'deletePlaceholder',
  method: 'DELETE',
  paths: ['/placeholders/{placeholderId}'],
})
