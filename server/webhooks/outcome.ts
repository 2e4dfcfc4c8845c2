/** What an attempt came to. A passing fault is tried again; a receiver that refuses is not asked again. */
export type Outcome = 'delivered' | 'again' | 'refused'

/** The first attempt and three more. */
export const mostAttempts = 4
const longestWaitMs = 300_000

/** 2xx is done; 408 and 429 are passing; any other 4xx is a refusal; the rest, redirects too, is passing. */
export function judge(status: number): Outcome {
  if (status >= 200 && status < 300) return 'delivered'
  if (status === 408 || status === 429) return 'again'
  return status >= 400 && status < 500 ? 'refused' : 'again'
}

/**
 * Milliseconds until the next attempt: what the receiver asked for (`Retry-After` in seconds, at most five minutes), else
 * the delay of this attempt, a fifth more or less, so that receivers are not called all at once.
 */
export function waitMs(attempt: number, delaysMs: readonly number[], retryAfter: string | undefined): number {
  if (retryAfter !== undefined && /^\d{1,6}$/.test(retryAfter))
    return Math.min(Number(retryAfter) * 1000, longestWaitMs)
  const delay = delaysMs[Math.min(attempt, delaysMs.length) - 1] ?? 0
  return Math.round(delay * (0.8 + 0.4 * Math.random()))
}
