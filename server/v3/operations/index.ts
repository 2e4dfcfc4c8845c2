import type { V3Operation } from '../operation.ts'
import { accounts } from './accounts.ts'
import { aroundWork } from './around-work.ts'
import { work } from './work.ts'

/** All operations of v3. */
export const operations: readonly V3Operation[] = [...accounts, ...work, ...aroundWork]
