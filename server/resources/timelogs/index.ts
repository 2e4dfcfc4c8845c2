import { bind } from '#contract/bind.ts'
import * as contract from './contract.ts'
import { createTimelog } from './create-timelog.ts'
import { deleteTimelog } from './delete-timelog.ts'
import { getTimelogs } from './get-timelogs.ts'
import { queryTimelogs } from './query-timelogs.ts'
import { updateTimelog } from './update-timelog.ts'

export const timelogs = bind(contract, { queryTimelogs, getTimelogs, createTimelog, updateTimelog, deleteTimelog })
