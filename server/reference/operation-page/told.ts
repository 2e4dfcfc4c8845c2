import type { Operation } from '#contract/operation.ts'
import type { Settings } from '#settings.ts'
import type { Api } from '../apis.ts'

/** An operation with what its page needs beside it. */
export interface ToldOperation {
  api: Api
  operation: Operation
  settings: Settings
}
