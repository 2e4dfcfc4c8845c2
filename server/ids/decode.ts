import { decodeBase32 } from './base32.ts'
import { type EntityType, type IdType, letters, RECYCLE_BIN, ROOT_FOLDER, wideTypes } from './types.ts'

/** What an id says. The 64-bit form and contacts name no account. */
export interface Decoded {
  accountId?: number
  number: number
}

const A = 0x41
const U = 0x55
const j = 0x6a

/** Number of an account id, or undefined if the text is none. */
export function decodeAccountId(text: string): number | undefined {
  const bytes = classic(text, 8)
  return bytes && bytes[0] === A ? word(bytes, 1) : undefined
}

/**
 * Decodes an id of one type, strictly: another type, alphabet or length is undefined. Both forms of a number are taken.
 */
export function decodeId(type: Exclude<IdType, 'Account' | 'Dependency'>, text: string): Decoded | undefined {
  if (type === 'Contact') return decodeContact(text)
  if (type === 'AsyncJob') return decodeAsyncJob(text)
  return decodeClassic(type, text) ?? decodeWide(type, text)
}

/** The account that an id of any type names; undefined for contacts, the 64-bit form and what is no id. */
export function accountOfId(text: string): number | undefined {
  const bytes = [8, 16, 24].includes(text.length) ? decodeBase32(text) : undefined
  return bytes && bytes[0] === A ? word(bytes, 1) : undefined
}

/** Decodes the id of a dependency to the numbers of its two tasks. */
export function decodeDependencyId(
  text: string,
): { accountId?: number; predecessor: number; successor: number } | undefined {
  const bytes = classic(text, 24)
  if (bytes) {
    if (bytes[0] !== A || bytes[5] !== 0x45 || bytes[10] !== 0x53) return undefined
    return { accountId: word(bytes, 1), predecessor: word(bytes, 6), successor: word(bytes, 11) }
  }
  if (text.length !== 24) return undefined
  const [predecessor, successor] = [wideNumber(0x32, text.slice(0, 12)), wideNumber(0x33, text.slice(12))]
  return predecessor === undefined || successor === undefined ? undefined : { predecessor, successor }
}

function decodeContact(text: string): Decoded | undefined {
  const bytes = classic(text, 8)
  return bytes && bytes[0] === U ? { number: word(bytes, 1) | 0 } : undefined
}

/** Its number is text, eight signs of it. */
function decodeAsyncJob(text: string): Decoded | undefined {
  const bytes = classic(text, 23)
  if (!bytes || bytes[0] !== A || bytes[5] !== j) return undefined
  const signs = Buffer.from(bytes.subarray(6)).toString('latin1')
  return /^[0-9a-z]{8}$/.test(signs) ? { accountId: word(bytes, 1), number: Number.parseInt(signs, 36) } : undefined
}

function decodeClassic(type: EntityType, text: string): Decoded | undefined {
  const bytes = classic(text, 16)
  if (!bytes || bytes[0] !== A || bytes[5] !== letters[type].charCodeAt(0)) return undefined
  return { accountId: word(bytes, 1), number: unlessLogical(type, word(bytes, 6)) }
}

function unlessLogical(type: EntityType, number: number): number {
  if (type !== 'Folder' && type !== 'Space') return number
  if (number === 0xffffffff) return ROOT_FOLDER
  return number === 0xfffffffe ? RECYCLE_BIN : number
}

function decodeWide(type: EntityType, text: string): Decoded | undefined {
  const byte = wideTypes[type]
  const number = byte === undefined || text.length !== 12 ? undefined : wideNumber(byte, text)
  return number === undefined ? undefined : { number }
}

function wideNumber(byte: number, text: string): number | undefined {
  if (!/^[\w-]{12}$/.test(text)) return undefined
  const bytes = Buffer.from(text, 'base64url')
  const number = bytes.readUInt32BE(1) * 2 ** 32 + bytes.readUInt32BE(5)
  return bytes[0] === byte && Number.isSafeInteger(number) ? number : undefined
}

function classic(text: string, length: number): Uint8Array | undefined {
  return text.length === length ? decodeBase32(text) : undefined
}

const word = (bytes: Uint8Array, at: number): number =>
  (((bytes[at] as number) << 24) |
    ((bytes[at + 1] as number) << 16) |
    ((bytes[at + 2] as number) << 8) |
    (bytes[at + 3] as number)) >>>
  0
