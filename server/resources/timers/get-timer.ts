import type { Handler } from '#contract/handler.ts'
import type * as contract from './contract.ts'
import { presentTimer } from './presenter.ts'
import { timerOf } from './queries.ts'

/** Reads the caller's own timer. Its task may have been hidden since: the person knew it. */
export const getTimer: Handler<typeof contract.getTimer> = async ({ caller }) => {
  const timer = await timerOf(caller)
  return { data: timer ? [presentTimer(caller, timer)] : [] }
}
