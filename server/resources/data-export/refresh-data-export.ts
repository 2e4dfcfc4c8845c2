import type { Handler } from '#contract/handler.ts'
import type * as contract from './contract.ts'
import { presentExport } from './presenter.ts'
import { newestExport } from './queries.ts'
import { startExport } from './start-export.ts'

const freshForMs = 60 * 60 * 1000

/** Starts an export: 202. One that is not an hour old, or one that runs, is answered as it is: 200. */
export const refreshDataExport: Handler<typeof contract.refreshDataExport> = async ({ caller, services }) => {
  const running = await newestExport(caller, 'Scheduled', 'InProgress')
  const last = running ?? (await newestExport(caller, 'Completed'))
  const isFresh = last?.completed_at && Date.now() - last.completed_at.getTime() < freshForMs
  if (last && (running || isFresh)) return { data: [presentExport(caller, services, last)] }
  const { row, isNew } = await startExport(caller, services)
  return { data: [presentExport(caller, services, row)], ...(isNew ? { status: 202 as const } : {}) }
}
