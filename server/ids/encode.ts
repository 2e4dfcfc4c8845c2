import { encode40 } from './base32.ts'
import { type EntityType, firstWideNumber, type IdType, letters, RECYCLE_BIN, ROOT_FOLDER, wideTypes } from './types.ts'

const letterCodes = Object.fromEntries(
  Object.entries(letters).map(([type, letter]) => [type, letter.charCodeAt(0)]),
) as Record<EntityType, number>
const A = 0x41
const U = 0x55
const j = 0x6a

let lastAccount = -1
let lastAccountText = ''

/** Id of an account: eight signs, the beginning of all classic ids in it. */
export function encodeAccountId(accountId: number): string {
  // A page of answers holds ids of one account: the last text is nearly always the one that is wanted.
  if (accountId !== lastAccount) {
    lastAccountText = encode40(A, accountId)
    lastAccount = accountId
  }
  return lastAccountText
}

/**
 * The public id of a number.
 *
 * @example encodeId('Task', 16, 28) // 'IEAAAAAQKQAAAAA4'
 */
export function encodeId(type: Exclude<IdType, 'Account' | 'Dependency'>, accountId: number, number: number): string {
  if (type === 'Contact') return encode40(U, number >>> 0)
  if (type === 'AsyncJob') return encodeAsyncJobId(accountId, number)
  if (number < 0) return encodeAccountId(accountId) + encode40(letterCodes[type], logical(number))
  const wide = wideTypes[type]
  if (wide !== undefined && number >= firstWideNumber) return encodeWide(wide, number)
  return encodeAccountId(accountId) + encode40(letterCodes[type], number)
}

/** Id of a job in the background: its number is text, eight signs of it. */
function encodeAsyncJobId(accountId: number, number: number): string {
  const text = Buffer.from(number.toString(36).padStart(8, '0'), 'latin1')
  const [first, second] = [text.readUInt32BE(0), text.readUInt32BE(4)]
  // Of the last five bytes four are there: seven signs.
  const last = encode40(second >>> 24, (second << 8) >>> 0).slice(0, 7)
  return encodeAccountId(accountId) + encode40(j, first) + last
}

/** Id of a dependency: the numbers of both tasks. One number that needs 64 bits takes the other along. */
export function encodeDependencyId(accountId: number, predecessor: number, successor: number): string {
  if (predecessor >= firstWideNumber || successor >= firstWideNumber)
    return encodeWide(0x32, predecessor) + encodeWide(0x33, successor)
  return encodeAccountId(accountId) + encode40(0x45, predecessor) + encode40(0x53, successor)
}

function logical(number: number): number {
  if (number === ROOT_FOLDER) return 0xffffffff
  if (number === RECYCLE_BIN) return 0xfffffffe
  throw new RangeError(`No id has the number ${number}`)
}

/** One byte and 64 bits in base64url: twelve signs. */
function encodeWide(byte: number, number: number): string {
  const bytes = Buffer.allocUnsafe(9)
  bytes[0] = byte
  bytes.writeUInt32BE(Math.floor(number / 2 ** 32), 1)
  bytes.writeUInt32BE(number % 2 ** 32, 5)
  return bytes.toString('base64url')
}
