import { tell } from '../../../data/notices.ts'

/**
 * Does something when a change is done, and tells what went wrong. The callbacks of `mutate` are not called when its
 * component is gone by then, as that of a row which the change takes off its list.
 */
export function whenDone<Result>(work: Promise<Result>, then?: (result: Result) => void): Promise<void> {
  return work.then(
    (result) => then?.(result),
    (error: Error) => void tell(error.message, { isFault: true }),
  )
}
