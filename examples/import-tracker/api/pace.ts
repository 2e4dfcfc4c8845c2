/**
 * How long to wait before the next call, by the headers `RateLimit` and `RateLimit-Policy` of the last answer. The first
 * half of the quota may be used at once; the rest is spread over what is left of the window, so that a long run neither
 * stops for most of a minute nor meets a 429. Without these headers there is no pause.
 */
export function pauseAfter(headers: Headers): number {
  const remaining = parameter(headers.get('ratelimit'), 'r')
  const secondsLeft = parameter(headers.get('ratelimit'), 't')
  const quota = parameter(headers.get('ratelimit-policy'), 'q')
  if (remaining === undefined || secondsLeft === undefined) return 0
  if (quota !== undefined && remaining > quota / 2) return 0
  return Math.ceil((secondsLeft * 1000) / Math.max(1, remaining))
}

/** A number of a structured header: `r` in `"default";r=50;t=30`. */
function parameter(header: string | null, name: string): number | undefined {
  const found = header?.match(new RegExp(`;\\s*${name}=(\\d+)`))?.[1]
  return found === undefined ? undefined : Number(found)
}
