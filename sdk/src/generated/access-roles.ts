// Written by `npm run generate` from the contract. Changes belong there.

import { operation } from '../operation.ts'

export interface AccessRole {
  id: string
  title: string
  description: string
  permissions?: string[]
}

/** What {@link queryAccessRoles} takes. */
export interface QueryAccessRolesInput {
  /** Members that come only when they are asked for. */
  fields?: 'permissions'[]
}

/** Roles that people may have in spaces, folders and projects. `permissions`, an addition, names what a role permits; the type of user caps it. */
export const queryAccessRoles = /* @__PURE__ */ operation<QueryAccessRolesInput, AccessRole>({
  id: 'queryAccessRoles',
  method: 'GET',
  paths: ['/access_roles'],
})
