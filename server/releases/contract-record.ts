import { readFileSync } from 'node:fs'
import type { TSchema } from 'typebox'
import { errorStatus } from '#contract/errors.ts'
import type { Operation } from '#contract/operation.ts'
import { features } from '#contract/plans.ts'
import { allScopes } from '#contract/scopes.ts'
import { bound } from '#resources/index.ts'
import { contracts as v3Contracts } from '#v3/as-operation.ts'
import { v3Deprecation } from '#v3/deprecation.ts'
import type { ContractRecord, OperationRecord, Value, VersionRecord } from './record.ts'
import { modelRecord, valueRecord } from './value-record.ts'

const { version } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as {
  version: string
}

/** The contract that the running code serves, as it is now. */
export function contractRecord(released = today()): ContractRecord {
  const v4 = versionRecord(bound.map(({ operation }) => operation))
  const v3 = { ...versionRecord(v3Contracts.map(({ deprecated: _as, ...own }) => own)), deprecated: v3Deprecation }
  return { form: 1, version, released, v4, v3, scopes: allScopes, errors: errorStatus }
}

function versionRecord(operations: readonly Operation[]): VersionRecord {
  const models: Record<string, Value> = {}
  const model = (name: string, schema: TSchema) => {
    if (models[name]) return
    models[name] = { is: 'object' }
    models[name] = modelRecord(schema, model)
  }
  return { operations: Object.fromEntries(operations.map((one) => [one.id, operationRecord(one, model)])), models }
}

/** yyyy-MM-dd, UTC. */
export const today = (now = new Date()): string => now.toISOString().slice(0, 10)

function operationRecord(operation: Operation, model: (name: string, schema: TSchema) => void): OperationRecord {
  const { parameters, fields, feature, deprecated, deprecatedFields } = operation
  return {
    ...(deprecated ? { deprecated } : {}),
    method: operation.method,
    paths: operation.paths,
    scopes: operation.scopes,
    ...(feature ? { plan: features[feature].from } : {}),
    ...(operation.admin ? { admin: true } : {}),
    ...(operation.body === 'binary' ? { body: 'binary' } : {}),
    ...(operation.answer === 'binary' ? { answer: 'binary' } : {}),
    ...(operation.pageToken ? { pageToken: operation.pageToken } : {}),
    parameters: Object.fromEntries(
      Object.entries(parameters)
        .filter(([, schema]) => !('onlyV3' in schema))
        .map(([name, schema]) => [name, valueRecord(schema, model)]),
    ),
    ...(fields ? { fields } : {}),
    ...(deprecatedFields ? { deprecatedFields: deprecatedFields as OperationRecord['deprecatedFields'] } : {}),
    kinds: Object.fromEntries(
      Object.entries(operation.kinds).map(([kind, schema]) => [kind, valueRecord(schema, model).is]),
    ),
  } as OperationRecord
}
