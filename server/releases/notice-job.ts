import { Type } from 'typebox'
import { defineJob } from '#jobs/job.ts'
import { tellOfNotices } from './tell.ts'

/** Tells developers of what is newly deprecated and used by their applications. */
export const noticeJob = defineJob('tell-of-deprecations', Type.Object({}), {
  async work({ services, signal }) {
    await tellOfNotices(services, signal)
  },
})
