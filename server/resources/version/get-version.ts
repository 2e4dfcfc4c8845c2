import type { Handler } from '#contract/handler.ts'
import type * as contract from './contract.ts'

/** Answers 1.0, as the original does, although the API is called v4. */
export const getVersion: Handler<typeof contract.getVersion> = async () => ({ data: [{ major: 1, minor: 0 }] })
