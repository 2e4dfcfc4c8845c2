import { bind } from '#contract/bind.ts'
import * as contract from './contract.ts'
import { getAsyncJob } from './get-async-job.ts'

export const asyncJobs = bind(contract, { getAsyncJob })
