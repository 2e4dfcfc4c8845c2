import type { Ids } from '../ids-in-path.ts'
import { aroundWork } from './around-work.ts'
import { people } from './people.ts'
import { time } from './time.ts'
import { work } from './work.ts'

/**
 * Parameters of a call that somebody might really make, by operation, for one of its paths. `v3 …` stands before one that v3 calls in another
 * way; of the others v3 takes what it has.
 */
export type Examples = Readonly<Record<string, (ids: Ids, path: string) => Record<string, unknown>>>

/** All of them; an operation that is not here is called with what it requires, made from types. */
export const examples: Examples = { ...work, ...aroundWork, ...people, ...time }
