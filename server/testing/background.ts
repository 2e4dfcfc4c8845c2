import { expect } from 'vitest'
import type { Client, Data } from './client.ts'

/** Waits until work in the background has ended, and gives the job. */
export async function ended(who: Client, job: Data, timeout = 20_000): Promise<Data> {
  let last: Data = job
  await expect
    .poll(
      async () => {
        last = (await who.get(`/async_job/${job.id}`)).body.data[0]
        return last.status
      },
      { timeout, interval: 20 },
    )
    .toMatch(/Completed|Failed/)
  return last
}
