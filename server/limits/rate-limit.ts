import { RateLimiterMemory, type RateLimiterRes } from 'rate-limiter-flexible'
import type { Caller } from '#access/caller.ts'
import { Refused } from '#contract/errors.ts'

/** Requests of one address, whatever its tokens; guards the check of credentials itself. */
export const perAddressPerMinute = 5000

/** Counts a request and gives the headers that tell the client where it stands (IETF draft `RateLimit`). */
export interface RateLimit {
  byAddress(address: string): Promise<void>
  /**
   * @param own the limit of the caller's application, 0 for none; null for the server's
   * @param told what the client will be told, in numbers, whether it is refused or not; not if there is no limit
   */
  byCaller(
    caller: Pick<Caller, 'accountId' | 'personId' | 'clientId'>,
    own: number | null,
    told: (limit: number, remaining: number) => void,
  ): Promise<Record<string, string>>
}

/** Whose limit it is: the server's or the application's own. */
interface Policy {
  name: 'default' | 'application'
  perMinute: number
}

/**
 * Makes the rate limit: so many requests a minute for each user and application; 0 switches it off, but for applications
 * that have a limit of their own.
 *
 * Both throw {Refused} `rate_limit_exceeded` with `Retry-After` in whole seconds.
 */
export function rateLimit(perMinute: number): RateLimit {
  const callers = new RateLimiterMemory({ points: Number.MAX_SAFE_INTEGER, duration: 60 })
  const addresses = new RateLimiterMemory({ points: Math.max(perAddressPerMinute, perMinute), duration: 60 })
  return {
    async byAddress(address) {
      if (perMinute === 0) return
      const policy: Policy = { name: 'default', perMinute: addresses.points }
      const state = await addresses.penalty(address)
      if (state.consumedPoints > policy.perMinute) throw exceeded(state, policy)
    },
    async byCaller({ accountId, personId, clientId }, own, told) {
      const policy: Policy = own === null ? { name: 'default', perMinute } : { name: 'application', perMinute: own }
      if (policy.perMinute === 0) return {}
      // Counted without a limit, so that another limit holds for the minute that runs, too.
      const state = await callers.penalty(`${accountId}:${personId}:${clientId}`)
      told(policy.perMinute, remaining(state, policy))
      if (state.consumedPoints > policy.perMinute) throw exceeded(state, policy)
      return standing(state, policy)
    },
  }
}

function exceeded(state: RateLimiterRes, policy: Policy): Refused {
  return new Refused(
    'rate_limit_exceeded',
    `IP or access token exceeded limit: ${policy.perMinute} requests per minute`,
    {
      headers: { ...standing(state, policy), 'retry-after': String(seconds(state)) },
    },
  )
}

function standing(state: RateLimiterRes, policy: Policy): Record<string, string> {
  const { name, perMinute } = policy
  return {
    ratelimit: `"${name}";r=${remaining(state, policy)};t=${seconds(state)}`,
    'ratelimit-policy': `"${name}";q=${perMinute};w=60`,
  }
}

const remaining = (state: RateLimiterRes, { perMinute }: Policy) => Math.max(0, perMinute - state.consumedPoints)
const seconds = (state: RateLimiterRes) => Math.max(1, Math.ceil(state.msBeforeNext / 1000))
