// Written by `npm run generate` from the contract. Changes belong there.

import { operation } from '../operation.ts'

export interface UserType {
  id: string
  title: string
  description: string
}

/** What {@link queryUserTypes} takes. */
export interface QueryUserTypesInput {
}

/** What users of an account may be */
export const queryUserTypes = /* @__PURE__ */ operation<QueryUserTypesInput, UserType>({
  id: 'queryUserTypes',
  method: 'GET',
  paths: ['/user_types'],
})
