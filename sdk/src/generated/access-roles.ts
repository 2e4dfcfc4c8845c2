// Written by `npm run generate` from the contract. Changes belong there.

import { operation } from '../operation.ts'

export interface AccessRole {
  id: string
  title: string
  description: string
}

/** What {@link queryAccessRoles} takes. */
export interface QueryAccessRolesInput {
}

/** Roles that people may have in spaces, folders and projects */
export const queryAccessRoles = /* @__PURE__ */ operation<QueryAccessRolesInput, AccessRole>({
  id: 'queryAccessRoles',
  method: 'GET',
  paths: ['/access_roles'],
})
