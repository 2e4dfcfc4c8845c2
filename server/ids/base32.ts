const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'
const values = new Map([...alphabet].map((sign, value) => [sign, value]))

/** All pairs of signs, so that 40 bits are four look-ups. */
const pairs: readonly string[] = Array.from({ length: 1024 }, (_, n) => `${alphabet[n >> 5]}${alphabet[n & 31]}`)

/** Five bytes, a byte and 32 bits, as eight signs (RFC 4648 base32, upper case, no padding). */
export function encode40(byte: number, word: number): string {
  const top = byte * 4 + Math.floor(word / 2 ** 30)
  return `${pairs[top]}${pairs[(word >>> 20) & 1023]}${pairs[(word >>> 10) & 1023]}${pairs[word & 1023]}`
}

/** The bytes of a text, or undefined if it has other signs or spare bits that are not zero. */
export function decodeBase32(text: string): Uint8Array | undefined {
  const bytes = new Uint8Array(Math.floor((text.length * 5) / 8))
  let buffer = 0
  let bits = 0
  let at = 0
  for (const sign of text) {
    const value = values.get(sign)
    if (value === undefined) return undefined
    buffer = (buffer << 5) | value
    bits += 5
    if (bits >= 8) {
      bits -= 8
      bytes[at++] = buffer >> bits
      buffer &= (1 << bits) - 1
    }
  }
  return buffer === 0 ? bytes : undefined
}
