import type { TSchema } from 'typebox'
import type { Operation } from './operation.ts'

/** Names of the parameters in a path, in order. */
export const pathParameters = (path: string): string[] =>
  [...path.matchAll(/\{(\w+)\}/g)].map((match) => match[1] as string)

/** Parameters in query or body, in the order of the contract: a name that some path has is none elsewhere. */
export function otherParameters(operation: Operation): [name: string, schema: TSchema][] {
  const inPath = new Set(operation.paths.flatMap(pathParameters))
  return Object.entries(operation.parameters).filter(([name, schema]) => !inPath.has(name) && !('onlyV3' in schema))
}

/** Whether a parameter outside of the path has to be sent. */
export const isRequired = (schema: TSchema): boolean => !('~optional' in schema)
