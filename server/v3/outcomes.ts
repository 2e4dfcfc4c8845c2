import { Refused } from '#contract/errors.ts'
import type { Performed } from '#http/perform.ts'
import type { Run } from './runs.ts'

/** A call and what it gave back. */
export interface Outcome {
  run: Run
  answer?: Performed
  error?: unknown
}

/** Calls that are under way at once. */
const sideBySide = 5

/**
 * Makes calls, some side by side. Over all accounts, one whose plan lacks the operation, or that does not know whom or what the
 * request names, has nothing to tell; if that is so for all of them, or one fails otherwise, it throws.
 */
export async function outcomesOf(
  runs: readonly Run[],
  call: (run: Run) => Promise<Performed>,
  absenceCounts: boolean,
): Promise<Outcome[]> {
  const outcomes: Outcome[] = []
  // A hundred ids in several accounts must not take all connections of the server.
  for (let from = 0; from < runs.length; from += sideBySide) {
    const some = runs.slice(from, from + sideBySide).map((run) =>
      call(run).then(
        (answer): Outcome => ({ run, answer }),
        (error: unknown): Outcome => ({ run, error }),
      ),
    )
    outcomes.push(...(await Promise.all(some)))
  }
  const answered = outcomes.some(({ answer }) => answer)
  for (const { error } of outcomes)
    if (error !== undefined && (!absenceCounts || !answered || !isAbsence(error))) throw error
  return outcomes
}

const isAbsence = (error: unknown): boolean =>
  error instanceof Refused && ['not_allowed', 'resource_not_found', 'access_forbidden'].includes(error.code)
