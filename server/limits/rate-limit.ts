import { RateLimiterMemory, type RateLimiterRes } from 'rate-limiter-flexible'
import type { Caller } from '#access/caller.ts'
import { Refused } from '#contract/errors.ts'

/** Requests of one address, whatever its tokens; guards the check of credentials itself. */
const perAddressPerMinute = 5000

/** Counts a request and gives the headers that tell the client where it stands (IETF draft `RateLimit`). */
export interface RateLimit {
  byAddress(address: string): Promise<void>
  byCaller(caller: Caller): Promise<Record<string, string>>
}

/**
 * Makes the rate limit: so many requests a minute for each user and application; 0 switches it off.
 *
 * Both throw {Refused} `rate_limit_exceeded` with `Retry-After` in whole seconds.
 */
export function rateLimit(perMinute: number): RateLimit {
  if (perMinute === 0) return { byAddress: async () => {}, byCaller: async () => ({}) }
  const callers = new RateLimiterMemory({ points: perMinute, duration: 60 })
  const addresses = new RateLimiterMemory({ points: Math.max(perAddressPerMinute, perMinute), duration: 60 })
  return {
    async byAddress(address) {
      await addresses.consume(address).catch((rejected) => refuseRate(rejected, perAddressPerMinute))
    },
    async byCaller(caller) {
      const key = `${caller.accountId}:${caller.personId}:${caller.clientId}`
      const state = await callers.consume(key).catch((rejected) => refuseRate(rejected, perMinute))
      return standing(state, perMinute)
    },
  }
}

function refuseRate(rejected: RateLimiterRes | Error, perMinute: number): never {
  if (rejected instanceof Error) throw rejected
  throw new Refused('rate_limit_exceeded', `IP or access token exceeded limit: ${perMinute} requests per minute`, {
    headers: { ...standing(rejected, perMinute), 'retry-after': String(seconds(rejected)) },
  })
}

function standing(state: RateLimiterRes, perMinute: number): Record<string, string> {
  return {
    ratelimit: `"default";r=${state.remainingPoints};t=${seconds(state)}`,
    'ratelimit-policy': `"default";q=${perMinute};w=60`,
  }
}

const seconds = (state: RateLimiterRes) => Math.max(1, Math.ceil(state.msBeforeNext / 1000))
