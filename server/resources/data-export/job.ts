import { Type } from 'typebox'
import { defineJob } from '#jobs/job.ts'
import { complete, fail, forgetOlder, startDue, takeUp } from './job-queries.ts'
import { writeExport } from './write-export.ts'

/** Makes an export. A run that dies is done again from the beginning: its moment is gone. */
export const dataExportJob = defineJob(
  'data-export',
  Type.Object({ accountId: Type.Integer(), dataExportId: Type.Integer() }),
  {
    retries: 3,
    longestSeconds: 6 * 3600,
    work: async ({ data: key, services, signal, finish }) => {
      if (!(await takeUp(services, key))) return
      const rows = await writeExport(services, key, signal)
      await services.store.database.transaction().execute(async (transaction) => {
        await complete(transaction, key, rows)
        await finish(transaction)
      })
      await forgetOlder(services, key.accountId)
    },
    gaveUp: ({ data, services }) => fail(services, data),
  },
)

/** Every day by itself, in accounts that have exported once: looked at every hour, for servers that run part of the day. */
export const dailyDataExports = defineJob('daily-data-exports', Type.Object({}), {
  cron: '29 * * * *',
  retries: 2,
  work: ({ services: { store, jobs } }) =>
    startDue(store.database, (transaction, key) => jobs.enqueue(transaction as never, dataExportJob, key)),
})
