import { forbidden, notFound } from '#contract/errors.ts'
import type { Handler } from '#contract/handler.ts'
import { idAsSent } from '#ids/foreign.ts'
import type * as contract from './contract.ts'
import { presentAsyncJob } from './presenter.ts'
import { asyncJobOf } from './queries.ts'

/** @throws {Refused} `access_forbidden` for the job of somebody else, an admin's asking too: its result may name what is hidden. */
export const getAsyncJob: Handler<typeof contract.getAsyncJob> = async ({ caller, input }) => {
  const row = await asyncJobOf(caller, input.asyncJobId)
  const name = `Async job '${idAsSent(caller.accountId, 'AsyncJob', input.asyncJobId)}'`
  if (!row) throw notFound('Async job', idAsSent(caller.accountId, 'AsyncJob', input.asyncJobId))
  if (row.person_id !== caller.personId) throw forbidden(`${name} was started by somebody else`)
  return { data: [presentAsyncJob(caller, row)] }
}
