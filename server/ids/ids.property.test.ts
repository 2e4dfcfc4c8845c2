import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { decodeAccountId, decodeDependencyId, decodeId } from './decode.ts'
import { encodeAccountId, encodeDependencyId, encodeId } from './encode.ts'
import { foreignNumber, idAsSent } from './foreign.ts'
import { type EntityType, firstWideNumber, letters, RECYCLE_BIN, ROOT_FOLDER, wideTypes } from './types.ts'

const types = Object.keys(letters) as EntityType[]
const uint32 = fc.integer({ min: 0, max: 2 ** 32 - 1 })
const account = fc.integer({ min: 1, max: 2 ** 32 - 1 })
const type = fc.constantFrom(...types)

describe('known ids', () => {
  test('are written and read as clients know them', () => {
    expect(encodeAccountId(16)).toBe('IEAAAAAQ')
    expect(encodeAccountId(318)).toBe('IEAAAAJ6')
    expect(encodeId('Contact', 1, 16)).toBe('KUAAAAAQ')
    expect(encodeId('Contact', 1, -25)).toBe('KX77777H')
    expect(encodeId('Task', 16, 28)).toBe('IEAAAAAQKQAAAAA4')
    expect(encodeId('Folder', 16, ROOT_FOLDER)).toBe('IEAAAAAQI7777777')
    expect(encodeId('Folder', 16, RECYCLE_BIN)).toBe('IEAAAAAQI7777776')
    expect(encodeId('Workflow', 16, 2 ** 32 - 16)).toBe('IEAAAAAQK777777Q')
    expect(encodeId('CustomStatus', 16, 1)).toBe('IEAAAAAQJMAAAAAB')
    expect(encodeId('Task', 9, 4362520315)).toBe('MAAAAAEEBsb7')
    expect(encodeId('Folder', 9, 4449293183)).toBe('MQAAAAEJMtN_')
    expect(encodeDependencyId(9, 4392433502, 4392433499)).toBe('MgAAAAEFzzdeMwAAAAEFzzdb')
    expect(decodeId('Space', 'IEAGJJFWI5MLJ426')).toEqual({ accountId: 6595766, number: 1488253790 })
    expect(decodeDependencyId('IEAGJJFWIVMLJ437KNMLJ43Z')).toEqual({
      accountId: 6595766,
      predecessor: 1488253823,
      successor: 1488253817,
    })
    expect(decodeId('Folder', 'IEAAAAAQI7777777')).toEqual({ accountId: 16, number: ROOT_FOLDER })
  })
  test('are refused when anything about them is wrong', () => {
    for (const text of [
      'ieaaaaaqkqaaaaa4',
      'IEAAAAAQKQAAAAA',
      'IEAAAAAQKQAAAAA1',
      'IEAAAAAQI4AAAAA4',
      '',
      'MAAAAAEEBsb',
      'MAAAAAEEBsb=',
      'MQAAAAEJMtN_',
      'M/AAAAEEBsb7',
    ]) {
      expect(decodeId('Task', text), text).toBeUndefined()
    }
  })
})

test('every number goes there and back, in both forms', () => {
  fc.assert(
    fc.property(type, account, fc.integer({ min: 0, max: firstWideNumber - 1 }), (of, accountId, number) => {
      const text = encodeId(of, accountId, number)
      expect(text).toMatch(/^[A-Z2-7]{16}$/)
      expect(text.startsWith(encodeAccountId(accountId))).toBe(true)
      expect(decodeId(of, text)).toEqual({ accountId, number })
    }),
    { numRuns: 1000 },
  )
  fc.assert(
    fc.property(
      fc.constantFrom(...(Object.keys(wideTypes) as EntityType[])),
      fc.integer({ min: firstWideNumber, max: Number.MAX_SAFE_INTEGER }),
      (of, number) => {
        const text = encodeId(of, 1, number)
        expect(text).toMatch(/^[\w-]{12}$/)
        expect(decodeId(of, text)).toEqual({ number })
      },
    ),
    { numRuns: 1000 },
  )
})

test('contacts, accounts and dependencies too', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: -(2 ** 31), max: 2 ** 31 - 1 }),
      account,
      uint32,
      uint32,
      (contact, accountId, one, other) => {
        expect(decodeId('Contact', encodeId('Contact', 1, contact))).toEqual({ number: contact })
        expect(decodeAccountId(encodeAccountId(accountId))).toBe(accountId)
        const decoded = decodeDependencyId(encodeDependencyId(accountId, one, other))
        expect(decoded).toMatchObject({ predecessor: one, successor: other })
      },
    ),
  )
})

test('an id of one type is none of another', () => {
  fc.assert(
    fc.property(type, type, account, fc.integer({ min: 1, max: 2 ** 50 }), (of, as, accountId, number) => {
      fc.pre(letters[of] !== letters[as])
      fc.pre(wideTypes[of] !== undefined || number < firstWideNumber)
      const text = encodeId(of, accountId, number)
      expect(decodeId(as, text)).toBeUndefined()
      expect(decodeId('Contact', text)).toBeUndefined()
      expect(decodeAccountId(text)).toBeUndefined()
      expect(decodeDependencyId(text)).toBeUndefined()
    }),
    { numRuns: 1000 },
  )
})

test('no text is read as anything that is not written so', () => {
  const alphabet = fc.string({
    unit: fc.constantFrom(...'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567_-ab01'),
    minLength: 8,
    maxLength: 24,
  })
  fc.assert(
    fc.property(fc.oneof(fc.string(), alphabet), type, (text, of) => {
      const decoded = decodeId(of, text)
      if (!decoded) return
      const again = encodeId(of, decoded.accountId ?? 1, decoded.number)
      expect(decodeId(of, again)?.number).toBe(decoded.number)
    }),
    { numRuns: 5000 },
  )
})

test('an id of another account keeps its text for the error that names it', () => {
  fc.assert(
    fc.property(fc.array(fc.string(), { minLength: 1, maxLength: 100 }), (texts) => {
      const numbers = texts.map(foreignNumber)
      expect(numbers.map((number) => idAsSent(1, 'Task', number))).toEqual(texts)
    }),
  )
})

test('the id of a job in the background goes there and back: its number is text', () => {
  fc.assert(
    fc.property(account, fc.integer({ min: 0, max: 36 ** 8 - 1 }), (accountId, number) => {
      const text = encodeId('AsyncJob', accountId, number)
      expect(text).toMatch(/^[A-Z2-7]{23}$/)
      expect(text.startsWith(encodeAccountId(accountId))).toBe(true)
      expect(decodeId('AsyncJob', text)).toEqual({ accountId, number })
    }),
  )
  expect(encodeId('AsyncJob', 318, 1).slice(8, 10)).toBe('NI')
  expect(decodeId('AsyncJob', 'IEAAAAJ6KQAAAAA4')).toBeUndefined()
})
