import { Type } from 'typebox'
import { ensurePartitions } from '#events/partitions.ts'
import { forgetRequests } from '#idempotency/store.ts'
import { forgetImports } from '#importing/queries.ts'
import { forgetNotifications } from '#notifying/forget.ts'
import { forgetExpired } from '#oauth/forget-expired.ts'
import { keepRequestLog } from '#request-log/partitions.ts'
import { forgetUses } from '#request-log/uses.ts'
import { forgetAsyncJobs } from '#resources/async-job/queries.ts'
import { emptyRecycleBins } from '#resources/folders/recycle-bin/retention-queries.ts'
import { defineJob } from './job.ts'

/**
 * What has to be done now and then, by one server for all. Once an hour, since a server may run for part of the day only;
 * each step finds little to do, and doing it twice does no harm.
 */
export const maintenance = defineJob('maintenance', Type.Object({}), {
  cron: '7 * * * *',
  retries: 2,
  work: async ({ services: { store, settings } }) => {
    await ensurePartitions(store.database)
    await keepRequestLog(store.database, settings.requestLogDays)
    await forgetUses(store.database)
    await forgetExpired(store.database)
    await forgetAsyncJobs(store.database)
    await forgetImports(store.database)
    await forgetRequests(store.database)
    await forgetNotifications(store.database)
    await emptyRecycleBins(store.database, settings.recycleBinDays)
  },
})
