import type { Data } from '#testing/client.ts'
import type { Listener } from './listener.ts'
import type { Member } from './member.ts'

/** A type, or a type with members that the event is to have. */
export type Noted = string | readonly [type: string, members: Data]

interface Book {
  listener: Listener
  hears: (itemId: string) => boolean
  /** What it is to hear of each item, in this order. */
  expected: Map<string, Data[]>
}

/** Told some time after the change: their place among the others is open. */
const late = 'TaskDescriptionChanged'

/** What listeners are to hear, written down as the steps of the month are taken. */
export class Ledger {
  readonly books = new Map<string, Book>()

  /** From now on this listener hears of items that meet the condition. */
  listen(name: string, listener: Listener, hears: Book['hears']): void {
    this.books.set(name, { listener, hears, expected: new Map() })
  }

  /** Somebody did something to an item, which is to be told as these events. */
  note(item: Data | string, by: Member, ...events: Noted[]): void {
    const id = typeof item === 'string' ? item : item.id
    for (const { hears, expected } of this.books.values()) {
      if (!hears(id)) continue
      const known = expected.get(id) ?? []
      expected.set(id, known)
      for (const event of events) {
        const [eventType, members] = typeof event === 'string' ? [event, {}] : event
        known.push({ eventType, eventAuthorId: by.id, ...members })
      }
    }
  }

  count(name: string): number {
    return [...this.#book(name).expected.values()].reduce((sum, { length }) => sum + length, 0)
  }

  expected(name: string): Record<string, Data[]> {
    return inOrder(this.#book(name).expected)
  }

  /** What has come, by item. */
  seen(name: string): Record<string, Data[]> {
    return inOrder(Map.groupBy(this.#book(name).listener.events, ({ taskId, folderId }) => String(taskId ?? folderId)))
  }

  #book(name: string): Book {
    const book = this.books.get(name)
    if (!book) throw new Error(`nobody listens as ${name}`)
    return book
  }
}

const inOrder = (items: Map<string, Data[]>): Record<string, Data[]> =>
  Object.fromEntries(
    [...items]
      .sort(([one], [other]) => (one < other ? -1 : 1))
      .map(([id, events]) => [id, [...events.filter((one) => !isLate(one)), ...events.filter(isLate)]]),
  )
const isLate = ({ eventType }: Data) => eventType === late
