import { expect, test } from 'vitest'
import { month } from './month.ts'

/** What the listeners have heard by now is what was written down, item by item, in the order of the steps. */
export function heard(...names: ('account' | 'project' | 'guest')[]): void {
  for (const name of names)
    test(`the listener "${name}" has heard all of it, once, in order, signed`, async () => {
      const { ledger, listeners } = month
      const { events, faults } = listeners[name]
      await expect.poll(() => events.length, { timeout: 25_000 }).toBeGreaterThanOrEqual(ledger.count(name))
      const seen = ledger.seen(name)
      const expected = ledger.expected(name)
      expect(Object.keys(seen)).toEqual(Object.keys(expected))
      expect(seen).toMatchObject(expected)
      expect(events).toHaveLength(ledger.count(name))
      expect(faults).toEqual([])
    })
}
