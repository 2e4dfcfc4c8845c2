import { createHmac, randomInt } from 'node:crypto'

const signs = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789'

/** Text that a receiver answers with its signature; never anything that could pass for a delivery. */
export const newChallenge = (): string =>
  Array.from({ length: 32 }, () => signs[randomInt(signs.length)] as string).join('')

/** Lower-case hex HMAC-SHA256. */
export const hmacHex = (secret: string, text: string): string => createHmac('sha256', secret).update(text).digest('hex')

/**
 * The headers by which a receiver knows that a request is from this server and was not changed: those that clients of the
 * original check, and those of Standard Webhooks (standardwebhooks.com), which sign the time too.
 */
export function signedHeaders(secret: string, body: string, deliveryId: string, now: Date): Record<string, string> {
  const seconds = Math.floor(now.getTime() / 1000)
  const standard = createHmac('sha256', secret).update(`${deliveryId}.${seconds}.${body}`).digest('base64')
  return {
    'x-hook-signature': hmacHex(secret, body),
    'x-hook-secret': newChallenge(),
    'webhook-id': deliveryId,
    'webhook-timestamp': String(seconds),
    'webhook-signature': `v1,${standard}`,
  }
}
