/** The digits of priorities, in their order. */
const digits = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz'

/**
 * A key that sorts between two priorities, for what is shown until the server has given the task its own. Without `before` it
 * sorts first, without `after` last.
 */
export function priorityBetween(before: string | undefined, after: string | undefined): string {
  if (before === undefined) return after === undefined ? 'V' : earlierThan(after)
  if (after === undefined) return `${before}z`
  // Longer by one digit it sorts behind `before`; shortest digits first, until it sorts ahead of `after` too.
  for (let key = before; key.length < before.length + after.length + 1; key += '0')
    for (const digit of digits.slice(1)) if (`${key}${digit}` < after) return `${key}${digit}`
  return `${before}V`
}

function earlierThan(after: string): string {
  const last = after.slice(-1)
  const at = digits.indexOf(last)
  return at > 0 ? `${after.slice(0, -1)}${digits[at - 1]}z` : after.slice(0, -1)
}
