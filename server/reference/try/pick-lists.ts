import type { TSchema } from 'typebox'
import { isRequired, otherParameters, pathParameters } from '#contract/path-parameters.ts'
import type { Schema } from '#http/parse-value.ts'
import { v4 } from '../apis.ts'

/** Ids whose rows are found where those of another type are. */
const listedAs: Record<string, string> = { ContactOrInvitation: 'Contact' }

/** Queries other than the length of a page: a list that needs one, and the tree, which has the root where a page has not. */
const queries: Record<string, string> = {
  Attachment: `createdDate=${encodeURIComponent('{"end":"2100-01-01T00:00:00Z"}')}`,
  Folder: '',
}

const lists = new Map<string, string>()
for (const operation of v4.operations.values()) {
  const path = operation.paths.find((one) => pathParameters(one).length === 0)
  const [model] = Object.values(operation.kinds)
  const type = ((model as Schema | undefined)?.properties?.id as Schema | undefined)?.idType
  const isOpen = operation.method === 'GET' && !otherParameters(operation).some(([, schema]) => isRequired(schema))
  if (!path || !type || !isOpen || lists.has(type)) continue
  const size = ['pageSize', 'limit'].find((name) => name in operation.parameters)
  const query = queries[type] ?? (size ? `${size}=100` : '')
  lists.set(type, `/api/v4${path}${query && `?${query}`}`)
}

/**
 * The call that lists the things whose ids a parameter takes, so that a person can pick one; undefined where no such call
 * is without parameters of its own.
 */
export function pickList(name: string, schema: TSchema): string | undefined {
  const s = schema as Schema
  const type = s.idType ?? (s.items as Schema | undefined)?.idType
  if (name === 'groupId') return '/api/v4/groups'
  return type && lists.get(listedAs[type] ?? type)
}
