import type { Method } from '#contract/operation.ts'
import { type Bound, bound } from '#resources/index.ts'
import type { Shape } from './models.ts'

/**
 * An operation of v3: an operation of v4, told with v3's paths, names and models. It has no behaviour of its own.
 *
 * Where a path names `{accountId}`, the operation runs in that account. Else in the account of the ids in the path
 * (`owner`), in the one that the parameter `profile` names, in all accounts of the token, whose rows are put together
 * (`all`), or in one of them, where it does not matter (`any`).
 */
export interface V3Operation {
  readonly method: Method
  /** Below /api/v3. */
  readonly paths: readonly string[]
  /** Id of the operation of v4. */
  readonly v4: string
  readonly accounts: 'all' | 'owner' | 'profile' | 'any'
  /** Parameters outside of the path; all else is refused. */
  readonly parameters?: readonly string[]
  /** Values that `fields` accepts. */
  readonly fields?: readonly string[]
  /** Members that are sent; v4's others are left out. None: the answer is a file. */
  readonly model: Shape | undefined
  /** Parameters that v3 leaves unsaid. */
  readonly always?: Readonly<Record<string, string>>
  /** Former names of values, by parameter. */
  readonly formerly?: Readonly<Record<string, Readonly<Record<string, string>>>>
  /** One id only, where v4 takes several. */
  readonly oneId?: true
}

const byId = new Map(bound.map((one) => [one.operation.id, one]))

/** The operation of v4 that one of v3 is told of. */
export function v4Of({ v4 }: V3Operation): Bound {
  const found = byId.get(v4)
  if (!found) throw new Error(`v3 names '${v4}', which v4 does not have`)
  return found
}

/** Most ids in a path. */
export const mostIds = 100
