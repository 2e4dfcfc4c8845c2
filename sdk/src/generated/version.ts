// Written by `npm run generate` from the contract. Changes belong there.

import { operation } from '../operation.ts'

export interface ApiVersion {
  major: number
  minor: number
}

/** What {@link getVersion} takes. */
export interface GetVersionInput {
}

/** Version of the API */
export const getVersion = /* @__PURE__ */ operation<GetVersionInput, ApiVersion>({
  id: 'getVersion',
  method: 'GET',
  paths: ['/version'],
})
