import type { Operation } from '#contract/operation.ts'
import { isRequired, otherParameters } from '#contract/path-parameters.ts'
import { type Api, v3, v4OperationOf } from '../apis.ts'
import type { Call } from './call.ts'
import { exampleIds } from './example-ids.ts'
import { exampleValue } from './example-value.ts'
import { examples } from './examples/index.ts'
import { type Ids, idInPath } from './ids-in-path.ts'
import { rowsOf } from './rows.ts'

/**
 * The call that samples of an operation show for one of its paths. Ids are those of the reference's pages, or given:
 * those of things there are make a call that can be sent.
 *
 * @example callOf(v4, getTasksByIds, '/tasks/{taskIds}').path // '/api/v4/tasks/IEAAAAARKQAAAECW'
 */
export function callOf(api: Api, operation: Operation, path: string, ids: Ids = exampleIds): Call {
  const { method, body, answer } = operation
  const id = api === v3 ? v4OperationOf(operation).id : operation.id
  const parameters = exampleParameters(api, operation, id, path, ids)
  const inQuery = method === 'GET' || method === 'DELETE' || body === 'binary'
  const filled = path.replace(/\{(\w+)\}/g, (_, name: string) => idInPath({ ...operation, id }, name, ids))
  return {
    method,
    path: `${api.base}${filled}`,
    query: inQuery ? parameters : {},
    body: inQuery || Object.keys(parameters).length === 0 ? undefined : parameters,
    sends: body === 'binary' ? (id === 'createImport' ? 'plan.csv' : ids.fileName) : undefined,
    receives: answer === 'binary' ? (id === 'downloadDataExport' ? 'tasks.csv' : ids.fileName) : undefined,
    // Pages are read where the example says how long one is.
    pageToken: 'pageSize' in parameters ? operation.pageToken : undefined,
    ...rowsOf(operation),
  }
}

/** Of the example what this version knows, and whatever else is required. */
function exampleParameters(
  { version }: Api,
  operation: Operation,
  id: string,
  path: string,
  ids: Ids,
): Record<string, unknown> {
  const example = (examples[`${version} ${id}`] ?? examples[id])?.(ids, path) ?? {}
  return Object.fromEntries(
    otherParameters(operation).flatMap(([name, schema]) => {
      if (Object.hasOwn(example, name)) return [[name, example[name]]]
      return isRequired(schema) ? [[name, exampleValue(name, schema, ids)]] : []
    }),
  )
}
