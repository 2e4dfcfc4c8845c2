import fc from 'fast-check'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import type { Task } from '../../sdk/src/index.ts'
import { readTsv, writeHtml, writeTsv } from '../src/pages/folder/table/tsv.ts'
import type { Field } from '../src/parts/fields/fields.ts'

let copied: typeof import('../src/pages/folder/table/copy-text.ts')
let reading: typeof import('../src/parts/fields/read-value.ts')
let pasting: typeof import('../src/pages/folder/table/paste.ts')
beforeAll(async () => {
  vi.stubGlobal('localStorage', { getItem: () => null })
  vi.stubGlobal('navigator', { languages: ['en-GB'] })
  copied = await import('../src/pages/folder/table/copy-text.ts')
  pasting = await import('../src/pages/folder/table/paste.ts')
  reading = await import('../src/parts/fields/read-value.ts')
})
afterAll(() => vi.unstubAllGlobals())

const letters = fc.string({ unit: fc.constantFrom('a', '"', '\t', '\n', '\r', ',', ' ', 'ß') })
const block = fc
  .integer({ min: 1, max: 5 })
  .chain((wide) => fc.array(fc.array(letters, { minLength: wide, maxLength: wide }), { minLength: 1, maxLength: 5 }))

test('rows that are written as tab-separated text are read as the same rows', () => {
  fc.assert(
    fc.property(block, (rows) => {
      expect(readTsv(writeTsv(rows))).toEqual(rows)
    }),
  )
})

test('whatever is pasted is read without an error, no text lost', () => {
  fc.assert(
    fc.property(letters, (text) => {
      const bare = (whole: string) => whole.replace(/[\t\r\n"]/g, '')
      expect(bare(readTsv(text).flat().join(''))).toBe(bare(text))
    }),
  )
})

test.each([
  [
    'a\tb\nc\td\n',
    [
      ['a', 'b'],
      ['c', 'd'],
    ],
  ],
  ['a\r\nb', [['a'], ['b']]],
  ['"two\nlines"\tx', [['two\nlines', 'x']]],
  ['5" pipe\t"6" pipe"', [['5" pipe', '"6" pipe"']]],
  ['"say ""no"""', [['say "no"']]],
  [
    '\t\n\t',
    [
      ['', ''],
      ['', ''],
    ],
  ],
])('%j is read as spreadsheets mean it', (text, rows) => {
  expect(readTsv(text)).toEqual(rows)
})

test('a table of HTML holds texts, not tags', () => {
  expect(writeHtml([['<b>', 'a\nb']])).toBe('<table><tr><td>&lt;b&gt;</td><td>a<br>b</td></tr></table>')
})

const options = [
  { id: 'IEA1', title: 'Anna Ash' },
  { id: 'IEA2', title: 'Ben, the younger' },
  { id: 'IEA3', title: 'Cleo' },
  { id: 'IEA4', title: 'cleo' },
]
const day = fc.date({ min: new Date('1971-01-01'), max: new Date('2098-01-01'), noInvalidDate: true })
const values = {
  Text: fc.string({ minLength: 1 }).filter((text) => text.trim() !== ''),
  Number: fc.double({ noNaN: true, min: -1e9, max: 1e9 }).map((number) => String(Number(number.toFixed(6)) || 0)),
  Duration: fc.nat(1_799_999).map(String),
  Day: day.map((date) => date.toISOString().slice(0, 10)),
  Checkbox: fc.constantFrom('true', ''),
  Choice: fc.constantFrom(...options.map(({ id }) => id), ''),
}

test.each(Object.keys(values) as (keyof typeof values)[])('a %s that is copied is pasted as the same', (type) => {
  const formats = {
    Text: { type },
    Number: { type, decimals: 2, isGrouped: true, currency: 'EUR' },
    Duration: { type, inDays: true },
    Day: { type },
    Checkbox: { type },
    Choice: { type, isMany: false, takesOthers: false, optionsFor: () => options },
  }
  const format = formats[type] as Parameters<typeof copied.copyText>[0]['format']
  fc.assert(
    fc.property(values[type], (value) => {
      const text = copied.copyText({ format, read: () => value, change: () => ({}) }, {} as Task)
      expect(reading.readValue(format, text)).toEqual({ value })
    }),
  )
})

const field = (key: string, format: Field['format'], change?: Field['change']): Field => ({
  key,
  title: key,
  format,
  read: (task) => (key === 'Title' ? task.title : ''),
  ...(change && { change }),
})
const title = field('Title', { type: 'Text', isRequired: true }, (_, text) => ({ title: text }))
const cost = field('Cost', { type: 'Number', decimals: 2, isGrouped: false }, (_, value) => ({
  customFields: [{ id: 'cost', value }],
}))
const author = field('Author', { type: 'Text' })
const tasks = ['Dig', 'Line', 'Fill', 'Plant'].map((name) => ({ id: name, title: name, dates: {} }) as Task)
const plan = (block: string[][], options: Partial<Parameters<typeof pasting.planPaste>[1]> = {}) => {
  const target = { tasks, selected: 1, fields: [title, cost, author], selectedFields: 1, base: undefined, ...options }
  const { cells, made, wrong } = pasting.planPaste(block, target)
  return {
    cells: cells.map((cell) => `${cell.task.id} ${cell.field.key}=${cell.value}`),
    made: made.map((row) => [row.title, row.members.customFields?.[0]?.value]),
    wrong: wrong.map((cell) => `${cell.row} ${cell.field.key}: ${cell.why}`),
  }
}

test('a single text fills all that is selected, rows fill a multiple of themselves, else they go as far as they reach', () => {
  expect(plan([['5']], { selected: 3, fields: [cost] }).cells).toEqual(['Dig Cost=5', 'Line Cost=5', 'Fill Cost=5'])
  expect(plan([['1'], ['2']], { selected: 4, fields: [cost] }).cells).toEqual([
    'Dig Cost=1',
    'Line Cost=2',
    'Fill Cost=1',
    'Plant Cost=2',
  ])
  expect(plan([['1'], ['2']], { selected: 3, fields: [cost] }).cells).toEqual(['Dig Cost=1', 'Line Cost=2'])
})

test('what is no value, or stands where nothing can be, is told and not sent', () => {
  expect(plan([['', 'much', 'Anna', 'more']])).toEqual({
    cells: [],
    made: [],
    wrong: [
      'Dig Title: It cannot be empty.',
      'Dig Cost: This is no number.',
      'Dig Author: It is only shown here.',
      ' Author: There is no place for 1 more column.',
    ],
  })
  expect(plan([['a'], ['b'], ['c']], { tasks: tasks.slice(0, 1) }).wrong).toEqual([
    'b Title: There is no place for 2 more rows.',
  ])
})

test('rows behind the last make tasks, those without a title none', () => {
  const base = { ...tasks[0], id: '', title: '' } as Task
  expect(
    plan(
      [
        ['Rake\nleaves', '3'],
        ['', '4'],
        ['', ''],
      ],
      { tasks: [], base },
    ),
  ).toEqual({
    cells: [],
    made: [['Rake leaves', '3']],
    wrong: ['2 Title: A new task needs a title.'],
  })
})
