import { timingSafeEqual } from 'node:crypto'
import type { Outbound } from '#outbound/outbound.ts'
import { unverified } from '#resources/webhooks/receiver.ts'
import { hmacHex, newChallenge } from './signature.ts'

const body = JSON.stringify({ requestType: 'WebHook secret verification' })
const timeoutMs = 10_000

/**
 * Asks a receiver to show that it knows the secret: it answers 200 with the signature of a challenge.
 *
 * @throws {Refused} `invalid_request` that says what was missing in its answer.
 */
export async function shakeHands(outbound: Outbound, url: string, secret: string): Promise<void> {
  const challenge = newChallenge()
  const headers = {
    'content-type': 'application/json;charset=UTF-8',
    'x-hook-secret': challenge,
    'x-hook-signature': hmacHex(secret, body),
  }
  const answer = await outbound
    .request(url, { method: 'POST', headers, body, timeoutMs })
    .catch((error: Error) => Promise.reject(unverified(`it gave no answer (${error.message.slice(0, 100)})`)))
  await answer.body.dump()
  if (answer.statusCode !== 200) throw unverified(`it answered ${answer.statusCode}, not 200`)
  const given = Buffer.from(String(answer.headers['x-hook-secret'] ?? '').toLowerCase())
  const expected = Buffer.from(hmacHex(secret, challenge))
  if (given.length !== expected.length || !timingSafeEqual(given, expected))
    throw unverified('its header X-Hook-Secret is not the HMAC-SHA256 of the challenge')
}
