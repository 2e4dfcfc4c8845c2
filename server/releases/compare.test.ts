import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { compare } from './compare.ts'
import { contractRecord } from './contract-record.ts'
import { daysAfter, faultsOf } from './faults.ts'
import type { ContractRecord } from './record.ts'
import { recordText } from './record-text.ts'

// Tests change records in ways that no type would let them.
// biome-ignore lint/suspicious/noExplicitAny: see above
type Loose = any

const now: ContractRecord = contractRecord('2026-01-01')
const copy = (change: (record: Loose) => void): ContractRecord => {
  // Not a structured clone: lists that operations share must not change together.
  const made = JSON.parse(JSON.stringify(now))
  change(made)
  return made
}
const breaking = (before: ContractRecord, after: ContractRecord) =>
  compare(before, after)
    .filter((one) => one.breaking)
    .map((one) => one.says)

/** What clients of the first contract would stumble over in the second, and not the other way round. */
const oneWay: [string, (record: Loose) => void, RegExp][] = [
  ['an operation removed', ({ v4 }) => delete v4.operations.createComment, /createComment: POST \/folders/],
  ['an operation renamed', ({ v4 }) => renamed(v4.operations, 'createComment', 'addComment'), /createComment/],
  ['an operation of v3 removed', ({ v3 }) => delete v3.operations.queryColors, /v3 queryColors/],
  ['a path removed', ({ v4 }) => v4.operations.queryTasks.paths.pop(), /queryTasks: path \/spaces/],
  ['a path renamed', ({ v4 }) => v4.operations.queryTasks.paths.splice(0, 1, '/work'), /queryTasks: path \/tasks/],
  ['a parameter removed', ({ v4 }) => delete v4.operations.queryTasks.parameters.limit, /queryTasks, parameter limit/],
  ['a parameter renamed', ({ v4 }) => renamed(v4.operations.queryTasks.parameters, 'limit', 'most'), /parameter limit/],
  [
    'a parameter of v3 removed',
    ({ v3 }) => delete v3.operations.queryTasks.parameters.status,
    /v3 queryTasks, parameter status/,
  ],
  [
    'a nested member of a parameter removed',
    ({ v4 }) => delete v4.operations.createTask.parameters.dates.members.due,
    /dates\.due/,
  ],
  [
    'a value of a parameter removed',
    ({ v4 }) => v4.operations.queryTasks.parameters.sortOrder.values.pop(),
    /value Desc/,
  ],
  [
    'a value of an answer removed',
    ({ v4 }) => v4.models.Task.members.importance.values.pop(),
    /model Task, member importance: value/,
  ],
  ['a value of fields removed', ({ v4 }) => v4.operations.queryTasks.fields.pop(), /queryTasks, fields: value/],
  ['a member of an answer removed', ({ v4 }) => delete v4.models.Task.members.title, /model Task, member title/],
  [
    'a member of an answer of v3 removed',
    ({ v3 }) => delete v3.models.Task.members.title,
    /v3 model Task, member title/,
  ],
  ['a kind of answer removed', ({ v4 }) => delete v4.operations.queryFolders.kinds.folders, /folders any more/],
  ['a scope that is not enough any more', ({ v4 }) => v4.operations.createTask.scopes.pop(), /scope wsReadWrite/],
  ['a scope removed', ({ scopes }) => scopes.pop(), /scope dataExportFull/],
  ['an error removed', ({ errors }) => delete errors.not_allowed, /error not_allowed/],
  [
    'a new parameter that is required',
    ({ v4 }) => (v4.operations.queryTasks.parameters.why = { is: 'string' }),
    /why, which is required/,
  ],
  [
    'a parameter that is required now',
    ({ v4 }) => delete v4.operations.queryTasks.parameters.limit.optional,
    /required now/,
  ],
  [
    'a member of an answer that may be missing',
    ({ v4 }) => (v4.models.Task.members.title.optional = true),
    /not always there/,
  ],
  ['a member of an answer that may be null', ({ v4 }) => (v4.models.Task.members.title.nullable = true), /may be null/],
  [
    'a lower page size',
    ({ v4 }) => (v4.operations.queryTasks.parameters.pageSize.limits.maximum = 100),
    /maximum was 1000, is 100/,
  ],
  [
    'a higher least value',
    ({ v4 }) => (v4.operations.queryTasks.parameters.limit.limits.minimum = 2),
    /minimum was 1, is 2/,
  ],
  [
    'a new limit',
    ({ v4 }) => (v4.operations.createComment.parameters.text.limits.maxLength = 10),
    /maxLength was not set/,
  ],
  ['fewer items', ({ v4 }) => (v4.operations.createTask.parameters.customFields.limits.maxItems = 1), /maxItems/],
  [
    'a narrower item of a list',
    ({ v4 }) => (v4.operations.createTask.parameters.customFields.of.members.value.limits.maxLength = 1),
    /value: maxLength/,
  ],
  ['a pattern', ({ v4 }) => (v4.operations.createComment.parameters.text.pattern = '^a'), /pattern/],
  [
    'a list of values where any text was taken',
    ({ v4 }) => (v4.operations.createComment.parameters.text.values = ['a']),
    /takes only a/,
  ],
  ['a stricter plan', ({ v4 }) => (v4.operations.createTask.plan = 'Pinnacle'), /plan was any, is Pinnacle/],
  ['admins only', ({ v4 }) => (v4.operations.createTask.admin = true), /admins only/],
  [
    'a whole number where any number was taken',
    ({ v4 }) => (v4.operations.createTask.parameters.dates.members.duration.is = 'integer'),
    /was number, is integer/,
  ],
]

/** What breaks clients in both directions. */
const bothWays: [string, (record: Loose) => void][] = [
  ['another type of a parameter', ({ v4 }) => (v4.operations.createComment.parameters.text.is = 'boolean')],
  ['another type of an id', ({ v4 }) => (v4.operations.createComment.parameters.taskId.is = 'Folder id')],
  ['another type of a member', ({ v4 }) => (v4.models.Task.members.title.is = 'number')],
  ['another form of a moment', ({ v4 }) => (v4.models.Task.members.createdDate.pattern = '^x$')],
  ['another default', ({ v4 }) => (v4.operations.queryTimelogs.parameters.descendants.default = false)],
  ['another method', ({ v4 }) => (v4.operations.createTask.method = 'PUT')],
  ['another name of the page token', ({ v4 }) => (v4.operations.queryTasks.pageToken = 'pageToken')],
  ['a file in place of JSON', ({ v4 }) => (v4.operations.queryTasks.answer = 'binary')],
  ['a file in place of parameters', ({ v4 }) => (v4.operations.createTask.body = 'binary')],
  ['another model', ({ v4 }) => (v4.operations.queryTasks.kinds.tasks = 'model Folder')],
  ['another status of an error', ({ errors }) => (errors.not_allowed = 409)],
]

function renamed(of: Loose, from: string, to: string): void {
  of[to] = of[from]
  delete of[from]
}

describe('a change that breaks clients is found', () => {
  test.each(oneWay)('%s', (_name, change, says) => {
    const found = breaking(now, copy(change))
    expect(found).toHaveLength(1)
    expect(found[0]).toMatch(says)
  })
  test.each(bothWays)('%s, and back', (_name, change) => {
    expect(breaking(now, copy(change))).toHaveLength(1)
    expect(breaking(copy(change), now)).toHaveLength(1)
  })
})

describe('a change that only adds passes', () => {
  const breaksBack = (name: string) => name.includes('renamed') || name === 'a new parameter that is required'
  test.each(oneWay.filter(([name]) => !breaksBack(name)))('the reverse of: %s', (_name, change) => {
    expect(breaking(copy(change), now)).toEqual([])
    expect(compare(copy(change), now)).toHaveLength(1)
  })
})

describe('for any part of the contract', () => {
  const operations = fc.constantFrom(...Object.keys(now.v4.operations))
  const models = fc.constantFrom(
    ...Object.entries(now.v4.models).flatMap(([name, { members = {} }]) =>
      Object.keys(members).map((member) => [name, member] as const),
    ),
  )
  test('taking an operation away breaks, and giving it is an addition', () => {
    fc.assert(
      fc.property(operations, (id) => {
        const without = copy(({ v4 }) => delete v4.operations[id])
        expect(breaking(now, without)).toHaveLength(1)
        expect(breaking(without, now)).toEqual([])
      }),
      { numRuns: 20 },
    )
  })
  test('taking a member of an answer away breaks, and giving it is an addition', () => {
    fc.assert(
      fc.property(models, ([name, member]) => {
        const without = copy(({ v4 }) => delete v4.models[name].members[member])
        expect(breaking(now, without)).toHaveLength(1)
        expect(breaking(without, now)).toEqual([])
      }),
      { numRuns: 20 },
    )
  })
})

describe('a declared end', () => {
  const ends = (until: string) =>
    copy(
      ({ v4 }) =>
        (v4.operations.queryTasks.parameters.limit.deprecated = { since: '2026-01-01', until, instead: 'pageSize' }),
    )
  const without = copy(({ v4 }) => delete v4.operations.queryTasks.parameters.limit)

  test('lets go what it names, from its day on', () => {
    expect(faultsOf(ends('2026-02-01'), without, '2026-01-31')).toHaveLength(1)
    expect(faultsOf(ends('2026-02-01'), without, '2026-02-01')).toEqual([])
  })
  test('of an operation lets go all of it, and nothing else', () => {
    const over = copy(
      ({ v4 }) => (v4.operations.queryTasks.deprecated = { since: '2026-01-01', until: '2026-02-01', instead: 'x' }),
    )
    expect(faultsOf(over, without, '2026-02-01')).toEqual([])
    expect(
      faultsOf(
        over,
        copy(({ v4 }) => delete v4.operations.getTasksByIds),
        '2026-02-01',
      ),
    ).toHaveLength(1)
  })
  test('leaves developers fourteen days', () => {
    const date = '2026-03-01'
    expect(faultsOf(now, ends(daysAfter(date, 13)), date)).toEqual([
      expect.stringMatching(/end of the parameter limit of queryTasks .* 2026-03-15 at the earliest/),
    ])
    expect(faultsOf(now, ends(daysAfter(date, 14)), date)).toEqual([])
    expect(faultsOf(ends('2026-03-02'), ends('2026-03-02'), date)).toEqual([])
  })
})

test('a contract does not differ from itself, nor from what is stored of it', () => {
  expect(compare(now, now)).toEqual([])
  const stored = recordText(now)
  expect(compare(JSON.parse(stored), now)).toEqual([])
  expect(recordText(JSON.parse(stored))).toBe(stored)
})
