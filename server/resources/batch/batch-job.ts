import type { Caller } from '#access/caller.ts'
import { Refused } from '#contract/errors.ts'
import { savepoint } from '#events/savepoint.ts'
import { perform } from '#http/perform.ts'
import type { Services } from '#http/services.ts'
import { defineAsyncJob } from '../async-job/run.ts'
import { folders } from '../folders/index.ts'
import { tasks } from '../tasks/index.ts'
import type { batchTypes } from './contract.ts'

interface Ordered {
  type: (typeof batchTypes)[number]
  parameters: Record<string, unknown>
}

/** What became of one operation, in the order sent. */
type Outcome = { type: Ordered['type'] } & (
  | { status: 'Completed'; taskId?: string; folderId?: string }
  | { status: 'Failed'; error: string; errorDescription: string }
)

const of = (bound: typeof tasks, id: string) =>
  bound.find(({ operation }) => operation.id === id) as (typeof tasks)[number]
const operations = () => ({
  TaskCreation: { bound: of(tasks, 'createTask'), member: 'taskId' },
  FolderCreation: { bound: of(folders, 'createFolder'), member: 'folderId' },
})

/** Carries out one operation a step, as its own request would be, so that each happens once. */
export const batchJob = defineAsyncJob<{ operations: Ordered[] }, { outcomes: Outcome[] }>(
  'batch',
  {
    type: 'Batch',
    async step({ rows, caller, input, state, services }) {
      const outcomes = state?.outcomes ?? []
      const next = input.operations[outcomes.length] as Ordered
      const made = [
        ...outcomes,
        await savepoint(rows, () => carryOut(services, caller, next)).catch(asOutcome(next, services)),
      ]
      const processed = made.length
      return processed === input.operations.length
        ? { result: { operations: made }, processed }
        : { state: { outcomes: made }, processed }
    },
  },
  { concurrency: 2 },
)

async function carryOut(services: Services, caller: Caller, { type, parameters }: Ordered): Promise<Outcome> {
  const { bound, member } = operations()[type]
  const { folderId, ...values } = parameters
  if (folderId === undefined) throw new Refused('parameter_required', "Parameter 'folderId' is required")
  const path = { folderId: folderId as string }
  const { data } = await perform(services, bound, caller, { path, query: {}, body: { from: 'json', values } })
  const [made] = data as unknown as { id: string }[]
  return { type, status: 'Completed', [member]: made?.id }
}

/** What is to be tried again belongs to the whole step: lost connections, deadlocks. All else is this operation's own. */
const asOutcome =
  ({ type }: Ordered, { log }: Services) =>
  (error: unknown): Outcome => {
    if (error instanceof Refused) return { type, status: 'Failed', error: error.code, errorDescription: error.message }
    if (/^(08|40|53|57)/.test((error as { code?: string }).code ?? '')) throw error
    log.error({ err: error }, 'an operation of a batch failed')
    return { type, status: 'Failed', error: 'server_error', errorDescription: 'The server failed' }
  }
