import type { Task } from '@taskwright/sdk'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { cellKey, cellsOf, droppedAt, placingAt } from '../src/pages/folder/board/cells.ts'

const ids = fc.uniqueArray(
  fc.nat(30).map((number) => `t${number}`),
  { minLength: 1, maxLength: 12 },
)
const asCards = (all: readonly string[]) => all.map((id) => ({ id }))

/** What the server makes of a placing: the card stands right behind, or right before, another. */
function placed(all: readonly string[], id: string, placing: ReturnType<typeof placingAt>): string[] {
  const others = all.filter((one) => one !== id)
  if ('priorityAfter' in placing) others.splice(others.indexOf(placing.priorityAfter as string) + 1, 0, id)
  else if ('priorityBefore' in placing) others.splice(others.indexOf(placing.priorityBefore as string), 0, id)
  else others.push(id)
  return others
}

test('a card that is placed at an index stands there, and undoing its placing brings the order back', () => {
  fc.assert(
    fc.property(ids, fc.nat(20), fc.nat(20), (all, from, to) => {
      const id = all[from % all.length] as string
      const index = to % all.length
      const after = placed(all, id, placingAt(asCards(all), id, index))
      expect(after.indexOf(id)).toBe(index)
      expect(after.filter((one) => one !== id)).toEqual(all.filter((one) => one !== id))
      expect(placed(after, id, placingAt(asCards(all), id, all.indexOf(id)))).toEqual(all)
    }),
  )
})

test('a card dropped at an edge of another stands on that side of it', () => {
  fc.assert(
    fc.property(
      ids,
      fc.nat(20),
      fc.nat(20),
      fc.constantFrom<'top' | 'bottom'>('top', 'bottom'),
      (all, one, two, edge) => {
        const [id, over] = [all[one % all.length] as string, all[two % all.length] as string]
        const after = placed(all, id, placingAt(asCards(all), id, droppedAt(asCards(all), id, { taskId: over, edge })))
        if (id === over) expect(after).toEqual(all)
        else expect(after.indexOf(id) - after.indexOf(over)).toBe(edge === 'top' ? -1 : 1)
      },
    ),
  )
})

test('every card is in each cell of its values, in the order of its key', () => {
  const tasks = fc.array(
    fc.record({
      id: fc.uuid(),
      priority: fc.string({ minLength: 1, unit: fc.constantFrom(...'0aAzZ') }),
      columns: fc.uniqueArray(fc.constantFrom('a', 'b', ''), { minLength: 1 }),
      lanes: fc.uniqueArray(fc.constantFrom('x', ''), { minLength: 1 }),
    }),
  )
  fc.assert(
    fc.property(tasks, (all) => {
      type Card = (typeof all)[number]
      const cells = cellsOf(
        all as unknown as Task[],
        (task) => (task as unknown as Card).columns,
        (task) => (task as unknown as Card).lanes,
        true,
      )
      let count = 0
      for (const cards of cells.values()) {
        count += cards.length
        cards.slice(1).forEach((card, at) => {
          expect((cards[at] as Task).priority <= card.priority).toBe(true)
        })
      }
      expect(count).toBe(all.reduce((sum, { columns, lanes }) => sum + columns.length * lanes.length, 0))
      for (const { id, columns, lanes } of all)
        for (const column of columns)
          for (const lane of lanes)
            expect(cells.get(cellKey({ column, lane }))?.some((card) => card.id === id)).toBe(true)
    }),
  )
})
