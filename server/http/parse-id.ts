import { invalidValue } from '#contract/errors.ts'
import type { ContactReference, DependencyKey } from '#contract/parameters.ts'
import { decodeAccountId, decodeDependencyId, decodeId } from '#ids/decode.ts'
import { foreignNumber } from '#ids/foreign.ts'
import type { IdType } from '#ids/types.ts'
import type { Reading } from './parse-value.ts'

/**
 * Reads an id of one type to its number. An id of another account becomes a number that no row has: it then answers
 * like an id of nothing.
 *
 * @throws {Refused} `invalid_parameter` if it is malformed or of another type.
 */
export function parseId(idType: string, value: unknown, reading: Reading): number | ContactReference | DependencyKey {
  if (typeof value !== 'string') throw invalidValue(reading.parameter, 'an id')
  switch (idType) {
    case 'ContactOrInvitation':
      return parseContact(value, reading)
    case 'Contact': {
      // Equipment stands among contacts: its numbers are among theirs.
      const decoded = decodeId('Contact', value) ?? decodeId('Asset', value)
      if (!decoded) throw invalidValue(reading.parameter, 'the id of a contact')
      return isForeign(decoded, reading) ? foreignNumber(value) : decoded.number
    }
    case 'DependencyKey':
      return parseDependency(value, reading)
    case 'Account': {
      const accountId = decodeAccountId(value)
      if (accountId === undefined) throw invalidValue(reading.parameter, 'the id of an account')
      return accountId
    }
    default: {
      const decoded = decodeId(idType as Exclude<IdType, 'Account' | 'Dependency'>, value)
      if (!decoded) throw invalidValue(reading.parameter, `an id of type ${idType}`)
      return isForeign(decoded, reading) ? foreignNumber(value) : decoded.number
    }
  }
}

function parseContact(value: string, reading: Reading): ContactReference {
  const contact = decodeId('Contact', value)
  if (contact) return { contact: contact.number }
  const invitation = decodeId('Invitation', value)
  if (!invitation) throw invalidValue(reading.parameter, 'the id of a user, a group or an invitation')
  return { invitation: isForeign(invitation, reading) ? foreignNumber(value) : invitation.number }
}

function parseDependency(value: string, reading: Reading): DependencyKey {
  const decoded = decodeDependencyId(value)
  if (!decoded) throw invalidValue(reading.parameter, 'an id of type Dependency')
  if (isForeign(decoded, reading)) return { predecessorId: foreignNumber(value), successorId: foreignNumber(value) }
  return { predecessorId: decoded.predecessor, successorId: decoded.successor }
}

/** The 64-bit form names no account, contacts belong to none. */
const isForeign = (decoded: { accountId?: number }, reading: Reading) =>
  decoded.accountId !== undefined && decoded.accountId !== reading.accountId
