import type { Caller } from '#access/caller.ts'
import type { AsyncJobType } from '#resources/async-job/contract.ts'
import type { AsyncWork } from '#resources/async-job/run.ts'
import { copyStep, undoCopy } from './copy.ts'
import type { CopyInput, CopyState } from './input.ts'

/** Copying as work in the background; `result` tells what was made. */
export const copyWork = (
  type: AsyncJobType,
  result: (caller: Caller, number: number) => Record<string, unknown>,
): AsyncWork<CopyInput, CopyState> => ({
  type,
  step: async ({ rows, caller, input, state }) => {
    const step = await copyStep(rows, caller, input, state)
    return 'result' in step ? { ...step, result: result(caller, step.rootId) } : step
  },
  undo: ({ rows, caller, state }) => undoCopy(rows, caller, state),
})
