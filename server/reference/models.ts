import type { TSchema } from 'typebox'
import type { Operation } from '#contract/operation.ts'
import type { Api } from './apis.ts'
import type { Told } from './schema-words.ts'

/** A named model of the answers of an API. */
export interface Model {
  name: string
  schema: Told
  /** Everywhere it stands. */
  schemas: readonly Told[]
  /** Operations that answer with it. */
  answers: readonly Operation[]
  /** Models that have it among their members. */
  within: readonly string[]
}

/** Every model of an API, by name. */
export function modelsOf(api: Api): ReadonlyMap<string, Model> {
  const found = new Map<string, Model & { schemas: Told[]; answers: Operation[]; within: string[] }>()
  const visit = (schema: TSchema, by: Operation | string | undefined): void => {
    const told = schema as Told
    let below: string | undefined
    if (told.modelName) {
      const known = found.get(told.modelName) ?? {
        name: told.modelName,
        schema: told,
        schemas: [],
        answers: [],
        within: [],
      }
      found.set(told.modelName, known)
      known.schemas.push(told)
      if (typeof by === 'string') known.within.push(by)
      else if (by) known.answers.push(by)
      below = told.modelName
    }
    for (const inner of [told.items, ...(told.anyOf ?? []), ...Object.values(told.properties ?? {})])
      if (inner) visit(inner, below ?? (typeof by === 'string' ? by : undefined))
  }
  for (const operation of api.operations.values())
    for (const model of Object.values(operation.kinds)) visit(model, operation)
  return new Map(
    [...found.values()]
      .sort((one, other) => (one.name < other.name ? -1 : 1))
      .map((model) => [model.name, { ...model, answers: unique(model.answers), within: unique(model.within) }]),
  )
}

const unique = <T>(list: readonly T[]): T[] => [...new Set(list)]
