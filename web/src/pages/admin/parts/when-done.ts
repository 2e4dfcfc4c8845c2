import { tell } from '../../../data/notices.ts'

/**
 * Does something when a change is done, and tells what went wrong. The callbacks of `mutate` are not called when its
 * component is gone by then, as that of a row which the change takes off its list.
 */
export function whenDone<Result>(work: Promise<Result>, then?: (result: Result) => void): void {
  work.then(then ?? (() => {}), (error: Error) => tell(error.message, { isFault: true }))
}
