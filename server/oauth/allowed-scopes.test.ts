import fc from 'fast-check'
import { expect, test } from 'vitest'
import { allScopes } from '#contract/scopes.ts'
import { defaultScopes, narrowed } from './allowed-scopes.ts'

const some = fc.subarray([...allScopes])
const writes = (scopes: readonly string[]) =>
  scopes.filter((scope) => scope === 'Default' || scope.includes('ReadWrite')).map((scope) => scope.slice(0, 2))

test('what is left lies within what is allowed, stays so, and is no more than there was', () => {
  fc.assert(
    fc.property(some, some, (scopes, allowed) => {
      const left = narrowed(scopes, allowed)
      expect(left.every((scope) => (allowed as string[]).includes(scope))).toBe(true)
      expect(narrowed(left, allowed)).toEqual(left)
      expect(left.length).toBeLessThanOrEqual(scopes.length)
      if (writes(scopes).length === 0) expect(writes(left)).toEqual([])
      expect(narrowed(scopes, null)).toEqual(scopes)
    }),
  )
})

test('reading is left of writing; without a wish there is always something to ask for', () => {
  expect(narrowed(['Default', 'amReadWriteGroup'], ['wsReadOnly', 'amReadOnlyGroup'])).toEqual([
    'wsReadOnly',
    'amReadOnlyGroup',
  ])
  expect(defaultScopes(null)).toEqual(['Default'])
  expect(defaultScopes(['amReadOnlyUser'])).toEqual(['amReadOnlyUser'])
})
