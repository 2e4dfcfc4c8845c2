import { bind } from '#contract/bind.ts'
import * as contract from './contract.ts'
import { createTimelogOfTimer } from './create-timelog-of-timer.ts'
import { deleteTimer } from './delete-timer.ts'
import { getTimer } from './get-timer.ts'
import { startTimer } from './start-timer.ts'
import { updateTimer } from './update-timer.ts'

export const timers = bind(contract, { getTimer, startTimer, updateTimer, deleteTimer, createTimelogOfTimer })
