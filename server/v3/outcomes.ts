import { Refused } from '#contract/errors.ts'
import type { Performed } from '#http/perform.ts'
import type { Run } from './runs.ts'

/** A call and what it gave back. */
export interface Outcome {
  run: Run
  answer?: Performed
  error?: unknown
}

/**
 * Makes calls side by side. Over all accounts, one whose plan lacks the operation, or that does not know whom or what the
 * request names, has nothing to tell; if that is so for all of them, or one fails otherwise, it throws.
 */
export async function outcomesOf(
  runs: readonly Run[],
  call: (run: Run) => Promise<Performed>,
  absenceCounts: boolean,
): Promise<Outcome[]> {
  const outcomes = await Promise.all(
    runs.map((run) =>
      call(run).then(
        (answer): Outcome => ({ run, answer }),
        (error: unknown): Outcome => ({ run, error }),
      ),
    ),
  )
  const answered = outcomes.some(({ answer }) => answer)
  for (const { error } of outcomes)
    if (error !== undefined && (!absenceCounts || !answered || !isAbsence(error))) throw error
  return outcomes
}

const isAbsence = (error: unknown): boolean =>
  error instanceof Refused && ['not_allowed', 'resource_not_found', 'access_forbidden'].includes(error.code)
