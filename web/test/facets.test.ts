import type { Task } from '@taskwright/sdk'
import { expect, test } from 'vitest'
import { facetsOf, reconcile } from '../src/data/outbox/facets.ts'

const task = {
  id: 'T',
  title: 'Dig the pond',
  importance: 'Normal',
  status: 'Active',
  customStatusId: 'S1',
  dates: { type: 'Planned', start: '2027-03-01T09:00:00', due: '2027-03-02T17:00:00' },
  customFields: [{ id: 'F', value: 'red' }],
} as unknown as Task

type Members = Parameters<typeof facetsOf>[1]

/** What becomes of a change of a task that somebody else has changed meanwhile. */
const after = (mine: Members, theirs: Partial<Task>) => reconcile(facetsOf(task, mine), mine, { ...task, ...theirs })

test.each<[string, Members, Partial<Task>]>([
  ['another member', { title: 'Dig' }, { importance: 'High' }],
  [
    'another field',
    { customFields: [{ id: 'F', value: 'blue' }] },
    {
      customFields: [
        { id: 'F', value: 'red' },
        { id: 'G', value: '1' },
      ],
    },
  ],
  ['people that are added and taken', { addResponsibles: ['A'], removeResponsibles: ['B'] }, { responsibleIds: ['C'] }],
])('%s is nothing to dispute', (_, mine, theirs) => {
  expect(after(mine, theirs)).toEqual({ members: mine, disputed: [] })
})

test.each<[string, Members, Partial<Task>, object]>([
  ['importance', { importance: 'High' }, { importance: 'Low' }, { importance: 'Low' }],
  ['status', { status: 'Completed' }, { customStatusId: 'S2', status: 'Deferred' }, { status: 'S2' }],
  [
    'dates',
    { dates: { due: '2027-03-04' } },
    { dates: { ...task.dates, due: '2027-03-05T17:00:00' } },
    { dates: { type: 'Planned', start: '2027-03-01T09:00', due: '2027-03-05T17:00' } },
  ],
  [
    'field',
    { customFields: [{ id: 'F', value: 'blue' }] },
    { customFields: [{ id: 'F', value: 'green' }] },
    { 'field F': 'green' },
  ],
  ['word of a title', { title: 'Dig the lake' }, { title: 'Dig the moat' }, { title: 'Dig the moat' }],
])('a %s that both have set is disputed', (_, mine, theirs, seen) => {
  expect(after(mine, theirs)).toEqual({ members: {}, disputed: [{ mine, theirs: seen }] })
})

test('what is there already is not sent again, and a dispute takes nothing else along', () => {
  const mine: Members = { title: 'Dig', importance: 'High', customStatus: 'S2', dates: { due: '2027-03-04' } }
  const dates = { ...task.dates, due: '2027-03-04T17:00:00' }
  expect(after(mine, { title: 'Dig', customStatusId: 'S2', dates, importance: 'Low' })).toEqual({
    members: {},
    disputed: [{ mine: { importance: 'High' }, theirs: { importance: 'Low' } }],
  })
})

test('two edits of a title become one', () => {
  expect(after({ title: 'Dig the pond today' }, { title: 'Please dig the pond' }).members).toEqual({
    title: 'Please dig the pond today',
  })
})

test('of what is not known from before the later one counts', () => {
  expect(reconcile({}, { importance: 'High' }, { ...task, importance: 'Low' }).members).toEqual({ importance: 'High' })
})
