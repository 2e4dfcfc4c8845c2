import { createHash, randomBytes, randomInt } from 'node:crypto'

/**
 * A new random credential: a prefix that tells people and secret scanners what it is, and 43 signs (256 bits).
 *
 * @example newSecret('twp') // 'twp_Yx3…'
 */
export function newSecret(prefix: string): string {
  return `${prefix}_${randomBytes(32).toString('base64url')}`
}

/** The form in which a credential is stored. It is random and long, so one round of SHA-256 is enough. */
export function hashSecret(secret: string): Buffer {
  return createHash('sha256').update(secret).digest()
}

const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789'

/** A short random name of letters and digits, as client ids are. */
export function newName(length: number): string {
  return Array.from({ length }, () => letters[randomInt(letters.length)]).join('')
}
