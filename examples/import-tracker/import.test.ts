import { join } from 'node:path'
import { beforeEach, expect, test } from 'vitest'
import { type FakeApi, startFakeApi } from './fake-api.ts'
import { importPlan } from './import/import.ts'
import { makePlan } from './plan/plan.ts'
import type { Progress } from './progress.ts'
import { type Item, readItems } from './tracker/read-items.ts'
import { verify } from './verify/verify.ts'

const silent: Progress = { start() {}, step() {}, note() {}, end() {} }

let items: Item[]
let fake: FakeApi
beforeEach(async () => {
  items = await readItems(join(import.meta.dirname, 'sample.jsonl'))
  fake = startFakeApi()
})

/** One run, with the calls that wrote. */
async function run() {
  fake.writes.length = 0
  const plan = makePlan(items)
  const { place, changes } = await importPlan(fake.api, plan, 'Garden', silent)
  const writes = [...fake.writes]
  const findings = await verify(fake.api, place, plan, items)
  return { changes, writes, findings }
}

const itemOf = (id: string) => items.find((item) => item.id === id) as Item

test('what is read back is what the file holds', async () => {
  const { findings } = await run()
  expect(findings.differences).toEqual([])
  const counts = Object.fromEntries(findings.rows.map(({ what, inFile, readBack }) => [what, [inFile, readBack]]))
  expect(counts).toMatchObject({
    items: [8, 8],
    'issue type epic': [2, 2],
    labels: [4, 4],
    comments: [1, 1],
    'links parent-child': [4, 4],
    'links blocks': [6, 4],
    'links discovered-from': [1, 1],
    'links related': [1, 1],
  })
})

test('the second run writes nothing', async () => {
  await run()
  const { changes, writes } = await run()
  expect(writes).toEqual([])
  expect(changes.total()).toBe(0)
})

test('a run that was cut short goes on where it stopped', async () => {
  fake.failAfter(20)
  await expect(run()).rejects.toThrow('cut short')
  fake.failAfter(Number.POSITIVE_INFINITY)
  const { findings, changes } = await run()
  expect(findings.differences).toEqual([])
  expect(changes.of('tasks', 'created')).toBeLessThan(7)
})

test('of a changed item only the changed values are sent', async () => {
  await run()
  Object.assign(itemOf('gd-4'), { title: 'Dig deeper', priority: 4 })
  const { writes, findings } = await run()
  expect(writes).toEqual([expect.stringMatching(/^PUT \/tasks\/task\d+ title,customFields,metadata,importance$/)])
  expect(findings.differences).toEqual([])
})

test('an item that moved is taken out of its old place', async () => {
  await run()
  const link = itemOf('gd-4').links[0]
  if (link) link.to = 'gd-1'
  const { writes, findings } = await run()
  expect(writes).toEqual([expect.stringMatching(/^PUT \/tasks\/task\d+ description,addParents,removeParents$/)])
  expect(findings.differences).toEqual([])
})

test('a dependency that the file has no more is removed', async () => {
  await run()
  itemOf('gd-7').links = []
  const { writes, findings } = await run()
  expect(writes).toContainEqual(expect.stringMatching(/^DELETE \/dependencies\//))
  expect(findings.differences).toEqual([])
})

test('what an application with other metadata brought in is known by its field', async () => {
  await run()
  fake.forgetMetadata()
  const { changes } = await run()
  expect(changes.of('tasks', 'created')).toBe(0)
  expect(changes.of('tasks', 'changed')).toBe(7)
})

test('a value that the server lost is reported', async () => {
  await run()
  const { place } = await importPlan(fake.api, makePlan(items), 'Garden', silent)
  fake.entries.find((entry) => entry.title === 'Fill in water')?.customFields?.pop()
  const { differences } = await verify(fake.api, place, makePlan(items), items)
  expect(differences).toContain('gd-5: differs in customFields')
})
