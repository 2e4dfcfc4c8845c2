import { invalidValue, Refused } from '#contract/errors.ts'
import { BlockedAddress, type Outbound } from '#outbound/outbound.ts'

/**
 * The address of a receiver, fit to be called.
 *
 * @throws {Refused} `invalid_parameter`, with a hint that says what is wrong with it.
 */
export function checkedUrl(outbound: Outbound, hookUrl: string): URL {
  try {
    outbound.check(hookUrl)
  } catch (error) {
    if (error instanceof BlockedAddress) throw invalidValue('hookUrl', error.message)
    throw error
  }
  const url = new URL(hookUrl)
  if (url.hash) throw invalidValue('hookUrl', 'an address without #')
  return url
}

/** The receiver did not show that it knows the secret. */
export const unverified = (why: string): Refused =>
  new Refused('invalid_request', `The hook URL could not be verified: ${why}`)
