import { type Answer, type CallOptions, type Operation, queryPermissions } from '@taskwright/sdk'
import { server } from '../server.ts'
import { isTemporary, temporariesIn, withTrueIds } from './change.ts'
import { ready, trueIds, waiting } from './outbox.ts'
import { overlaid } from './overlay.ts'

/** What can be done to a task that the server does not have yet. */
const mayBefore = ['read', 'comment', 'changeStatus', 'editTask', 'follow', 'deleteTask']

/** Reads as the server answers, with all that waits to be sent; of what only this browser knows, what it knows. */
export async function readThrough<Input extends object, Row>(
  operation: Operation<Input, Row>,
  input: Input,
  options?: CallOptions,
): Promise<Answer<Row>> {
  await ready
  const real = withTrueIds(input, trueIds())
  const asked = withoutTemporary(real)
  const answer: Answer<Row> = asked ? await server.call(operation, asked, options) : { kind: '', data: [] }
  const read = {
    operationId: operation.id,
    input: real as Record<string, unknown>,
    isEnd: answer.nextPageToken === undefined,
  }
  const data = overlaid(read, answer.data, waiting(), trueIds())
  return { ...answer, data: asked ? data : [...data, ...(permissionsOf(operation, real) as Row[])] }
}

/** The same question without ids that the server does not know; undefined if nothing else is asked. */
function withoutTemporary<Input extends object>(input: Input): Input | undefined {
  if (temporariesIn(input).length === 0) return input
  const asked = { ...input } as Record<string, unknown>
  for (const [name, value] of Object.entries(asked)) {
    if (isTemporary(value)) return undefined
    if (!Array.isArray(value) || temporariesIn(value).length === 0) continue
    const known = value.filter((one) => !isTemporary(one))
    if (known.length === 0) return undefined
    asked[name] = known
  }
  return asked as Input
}

function permissionsOf(operation: Pick<Operation<never, unknown>, 'id'>, input: object): object[] {
  if (operation.id !== queryPermissions.id) return []
  const { taskIds = [] } = input as { taskIds?: string[] }
  return taskIds.map((id) => ({ id, role: 'Editor', permissions: mayBefore }))
}
