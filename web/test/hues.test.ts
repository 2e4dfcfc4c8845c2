import { expect, test } from 'vitest'
import { encodeId } from '../../server/ids/encode.ts'
import { hueOf } from '../src/parts/hue-of.ts'

test('people who joined one after the other have hues that nobody takes for each other', () => {
  const hues = Array.from({ length: 60 }, (_, at) => hueOf(encodeId('Contact', 1, at + 1)))
  for (const [at, hue] of hues.entries())
    for (const other of hues.slice(at + 1, at + 5)) {
      const apart = Math.abs(hue - other) % 360
      expect(Math.min(apart, 360 - apart)).toBeGreaterThan(20)
    }
})
