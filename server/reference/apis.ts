import type { Operation } from '#contract/operation.ts'
import { type ResourceName, resources } from '#resources/index.ts'
import { contracts } from '#v3/as-operation.ts'
import { v4Of } from '#v3/operation.ts'
import { operations as v3Operations } from '#v3/operations/index.ts'

/** A version of the API, as the reference tells it. */
export interface Api {
  readonly version: 'v4' | 'v3'
  /** What its paths begin with. */
  readonly base: '/api/v4' | '/api/v3'
  /** Its operations, resource by resource; a resource without any is left out. */
  readonly resources: ReadonlyMap<ResourceName, readonly Operation[]>
  readonly operations: ReadonlyMap<string, Operation>
}

const resourceOfV4 = new Map(
  Object.entries(resources).flatMap(([name, list]) =>
    list.map(({ operation }) => [operation.id, name as ResourceName]),
  ),
)

const apiOf = (version: Api['version'], told: readonly [ResourceName, Operation][]): Api => ({
  version,
  base: `/api/${version}`,
  resources: new Map(
    [...Map.groupBy(told, ([name]) => name)].map(([name, list]) => [name, list.map(([, operation]) => operation)]),
  ),
  operations: new Map(told.map(([, operation]) => [operation.id, operation])),
})

/** The API v4, from its contracts. */
export const v4: Api = apiOf(
  'v4',
  Object.entries(resources).flatMap(([name, list]) =>
    list.map(({ operation }): [ResourceName, Operation] => [name as ResourceName, operation]),
  ),
)

/** The API v3, from the table that tells it in terms of v4. */
export const v3: Api = apiOf(
  'v3',
  contracts.map((operation, at): [ResourceName, Operation] => {
    const { id } = v4Of(v3Operations[at] as (typeof v3Operations)[0]).operation
    return [resourceOfV4.get(id) as ResourceName, operation]
  }),
)

export const apis = { v4, v3 } as const

/** The resource that an operation belongs to. */
export function resourceOf(api: Api, operation: Operation): ResourceName {
  for (const [name, list] of api.resources) if (list.includes(operation)) return name
  throw new Error(`${operation.id} belongs to no resource of ${api.version}`)
}

/** The operation of v4 that one of v3 is told of. */
export function v4OperationOf(operation: Operation): Operation {
  const at = contracts.indexOf(operation)
  return v4Of(v3Operations[at] as (typeof v3Operations)[0]).operation
}
