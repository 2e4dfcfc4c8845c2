import fc from 'fast-check'
import { expect, test } from 'vitest'
import { temporariesIn, type Waiting, withTrueIds } from '../src/data/outbox/change.ts'
import { nextOf, sorted, withChange, withDependents } from '../src/data/outbox/queue.ts'

/** What somebody does: to one of two tasks that are there, or to one of those they have made themselves. */
type Deed =
  | { act: 'make'; title: string }
  | { act: 'set'; member: 'title' | 'description' | 'importance'; value: string; on: number }
  | { act: 'assign'; value: string; on: number }
  | { act: 'say'; value: string; on: number }

const value = fc.constantFrom('a', 'b', 'c')
const deeds = fc.array(
  fc.oneof(
    fc.record({ act: fc.constant('make' as const), title: value }),
    fc.record({
      act: fc.constant('set' as const),
      member: fc.constantFrom('title' as const, 'description' as const, 'importance' as const),
      value,
      on: fc.nat(9),
    }),
    fc.record({ act: fc.constant('assign' as const), value, on: fc.nat(9) }),
    fc.record({ act: fc.constant('say' as const), value, on: fc.nat(9) }),
  ),
  { maxLength: 30 },
)

type Item = Record<string, string> & { people: string; said: string }
type Items = Map<string, Item>
const start = (): Items => new Map(['one', 'two'].map((id) => [id, item({ title: 'a', description: 'a' })]))
const item = (members: Record<string, unknown>) =>
  ({ title: '', description: '', importance: 'a', people: '', said: '', ...members }) as Item

/** What the server makes of a change. */
function apply(items: Items, { operationId, input, makes }: Waiting, id: string | undefined = makes): void {
  if (operationId === 'createTask') items.set(String(id), item({ title: input.title }))
  const found = items.get(String(input.taskId))
  if (!found) return
  const { taskId: _, addResponsibles, text, ...members } = input
  if (operationId === 'updateTask') Object.assign(found, members)
  found.people += (addResponsibles as string[] | undefined)?.join('') ?? ''
  found.said += (text as string | undefined) ?? ''
}

/** The changes that the deeds are, with what there was when each was made. */
function changesOf(all: readonly Deed[]): Waiting[] {
  const seen = start()
  return all.map((deed, at) => {
    const ids = [...seen.keys()]
    const taskId = 'on' in deed ? ids[deed.on % ids.length] : undefined
    const common = { id: `change-${at}`, key: `key-${at}`, order: at, about: '', atMs: 0 }
    const change: Waiting =
      deed.act === 'make'
        ? { ...common, operationId: 'createTask', input: { title: deed.title }, makes: `new-${at}` }
        : deed.act === 'say'
          ? { ...common, operationId: 'createComment', input: { taskId, text: deed.value }, makes: `new-${at}` }
          : deed.act === 'assign'
            ? { ...common, operationId: 'updateTask', input: { taskId, addResponsibles: [deed.value] } }
            : setting(deed, { ...common, taskId: String(taskId), was: seen.get(String(taskId)) })
    apply(seen, change)
    return change
  })
}

type Common = Pick<Waiting, 'id' | 'key' | 'order' | 'about' | 'atMs'> & { taskId: string; was: Item | undefined }

const setting = ({ member, value }: Deed & { act: 'set' }, { taskId, was, ...common }: Common): Waiting => ({
  ...common,
  operationId: 'updateTask',
  input: { taskId, [member]: value },
  base: { [member]: was?.[member] },
})

/** Sends a queue as the app does: every sending may be cut off, before or after it was carried out. */
function sendAll(queue: readonly Waiting[], cuts: readonly boolean[]): { items: Items; sent: Waiting[] } {
  const items = start()
  const done = new Map<string, string>()
  const ids = new Map<string, string>()
  const sent: Waiting[] = []
  let left = queue
  for (let round = 0; left.length > 0; round++) {
    const next = nextOf(left, ids, () => false)
    if (!next) throw new Error('What waits is never sent')
    const real = { ...next, input: withTrueIds(next.input, ids) }
    expect(temporariesIn(real.input)).toEqual([])
    const id = done.get(next.key) ?? `id-${sent.length}`
    // The server knows the key of what it has carried out.
    if (!done.has(next.key)) {
      apply(items, real, id)
      sent.push(next)
      done.set(next.key, id)
    }
    if (cuts[round % cuts.length] && round < 100) continue
    if (next.makes) ids.set(next.makes, id)
    left = left.filter((one) => one !== next)
  }
  return { items, sent }
}

const contents = (items: Items) => [...items.values()]

test('what is sent later comes to the same as what was done, each once, however often the connection breaks', () => {
  fc.assert(
    fc.property(deeds, fc.array(fc.boolean(), { minLength: 1, maxLength: 9 }), (all, cuts) => {
      const changes = changesOf(all)
      const wanted = start()
      for (const change of changes) apply(wanted, change)
      const queue = changes.reduce<readonly Waiting[]>(withChange, [])
      const { items, sent } = sendAll(queue, cuts)
      expect(contents(items)).toEqual(contents(wanted))
      expect(sent.length).toBe(queue.length)
      expect(queue.map(({ order }) => order)).toEqual(queue.map(({ order }) => order).toSorted((a, b) => a - b))
    }),
  )
})

test('nothing that was tried, or is being asked about, is changed any more', () => {
  fc.assert(
    fc.property(deeds, fc.nat(29), fc.constantFrom('triedMs', 'tab', 'refusal'), (all, at, mark) => {
      const queue = changesOf(all)
        .reduce<readonly Waiting[]>(withChange, [])
        .map((one, place) =>
          place === at ? ({ ...one, [mark]: mark === 'refusal' ? { why: '' } : 1 } as Waiting) : one,
        )
      const marked = queue[at]
      const later = changesOf(all).map((one) => ({ ...one, id: `later-${one.id}`, order: one.order + 100 }))
      const after = later.reduce<readonly Waiting[]>(withChange, queue)
      if (marked) expect(after).toContain(marked)
    }),
  )
})

test('with what would have made something goes all that builds upon it, and nothing else', () => {
  fc.assert(
    fc.property(deeds, fc.nat(29), (all, at) => {
      const queue = changesOf(all)
      const change = queue[at]
      if (!change) return
      const gone = withDependents(queue, change)
      const left = queue.filter((one) => !gone.includes(one))
      expect(gone).toContain(change)
      // What is left can be sent.
      sendAll(left, [false])
      for (const one of gone)
        if (one !== change) expect(temporariesIn(one.input).length, 'it builds upon something').toBeGreaterThan(0)
    }),
  )
})

test('what builds upon something that was refused waits for it, and for nothing else', () => {
  fc.assert(
    fc.property(deeds, fc.nat(29), (all, at) => {
      const queue = changesOf(all).map((one, place) => (place === at ? { ...one, refusal: { why: '' } } : one))
      const { asks, held, waits } = sorted(queue)
      expect([...asks, ...held, ...waits].toSorted((a, b) => a.order - b.order)).toEqual(queue)
      sendAll(waits, [false])
      expect(nextOf([...asks, ...held], new Map(), () => false)).toBeUndefined()
    }),
  )
})
