// Written by `npm run generate` from the contract. Changes belong there.

import { operation } from '../operation.ts'

export interface UserType {
  id: string
  title: string
  description: string
  permissions?: string[]
}

/** What {@link queryUserTypes} takes. */
export interface QueryUserTypesInput {
  /** Members that come only when they are asked for. */
  fields?: 'permissions'[]
}

/** What users of an account may be. `permissions`, an addition, names what users of a type may do: with what is shared with them, as far as their role there permits it, and with the account. */
export const queryUserTypes = /* @__PURE__ */ operation<QueryUserTypesInput, UserType>({
  id: 'queryUserTypes',
  method: 'GET',
  paths: ['/user_types'],
})
