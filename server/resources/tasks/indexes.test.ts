import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Caller, loadCaller, withReach } from '#access/caller.ts'
import { sql } from '#database/sql.ts'
import { decodeId } from '#ids/decode.ts'
import type { Data } from '#testing/client.ts'
import { startWorld, type World } from '#testing/world.ts'
import { sortFields } from './contract/reading.ts'
import { type TaskQuery, taskConditions } from './filters.ts'
import { readOrder } from './order.ts'
import { firstPage, type PageQuery, stillPart, writtenPart } from './page.ts'
import { readScope } from './scope.ts'

/**
 * No list reads the whole table. With sequential scans switched off, one that is still in the plan means that there is no
 * index for the query. Orders must come from an index for who sees much; who sees little has what it sees sorted.
 */
let world: World
let caller: Caller
let many: Data
const pondNumber = () => Number(world.pond.permalink.split('=')[1])
beforeAll(async () => {
  world = await startWorld()
  many = await world.task({ title: 'Many', responsibles: [world.ben.id] })
  await world.store.pool.query(`
    with made as (
      insert into task (account_id, title, author_id, custom_status_id, status_group, priority, due_at, created_at)
      select account_id, 'Many ' || n, author_id, custom_status_id, status_group, priority, timestamp '2026-01-01' + n * interval '1 hour', now() - n * interval '1 minute'
      from task, generate_series(1, 4000) n where task_id = ${Number(many.permalink.split('=')[1])} returning account_id, task_id)
    insert into task_placement (account_id, task_id, folder_id, direct)
    select account_id, task_id, ${pondNumber()}, true from made`)
  await world.store.pool.query('analyze')
})
afterAll(() => world.close())

interface Node {
  'Node Type': string
  'Relation Name'?: string
  'Index Name'?: string
  Plans?: Node[]
}
const nodes = (node: Node): Node[] => [node, ...(node.Plans ?? []).flatMap(nodes)]
const after = { key: '2026-01-02 00:00:00', taskId: 5, snapshot: '100:100:' }
const parts = {
  first: (who: Caller, page: PageQuery) => firstPage(who, page),
  'later, unwritten': (who: Caller, page: PageQuery) => stillPart(who, page, { ...after, key: keyFor(page) }),
  'later, written': (who: Caller, page: PageQuery) => writtenPart(who, page, { ...after, key: keyFor(page) }),
}
const keyFor = (page: PageQuery) => (page.order.type === 'integer' ? '1' : page.order.type === 'text' ? 'm' : after.key)

/** The plan of a query, flat. */
async function plan(reach: 'wide' | 'narrow', input: Partial<TaskQuery>, part: keyof typeof parts): Promise<Node[]> {
  return world.store.database.transaction().execute(async (database) => {
    await sql`set local enable_seqscan = off`.execute(database)
    const who = { accountId: world.accountId, personId: world.anna.personId, scopes: [], clientId: 'x' }
    caller = withReach((await loadCaller(database, who)) as Caller, reach)
    const page: PageQuery = {
      scope: await readScope(caller, input as TaskQuery),
      conditions: await taskConditions(caller, input as TaskQuery),
      order: await readOrder(caller, input),
      wishes: { fields: new Set() },
      limit: 101,
    }
    const [explained] = (await parts[part](caller, page).explain('json')) as { 'QUERY PLAN': [{ Plan: Node }] }[]
    return nodes((explained as { 'QUERY PLAN': [{ Plan: Node }] })['QUERY PLAN'][0].Plan)
  })
}
const scanned = (plan: Node[]) =>
  plan.filter(
    (node) =>
      node['Node Type'] === 'Seq Scan' &&
      ['task', 'task_placement', 'task_access', 'task_responsible'].includes(node['Relation Name'] ?? ''),
  )

/** By a custom field lists are sorted: there is no index for each. */
const indexed = sortFields.filter((field) => field !== 'CustomField')
for (const sortField of ['Default', ...indexed] as const)
  for (const sortOrder of ['Asc', 'Desc'] as const)
    test(`the account's tasks by ${sortField}, ${sortOrder}, come from an index of that order`, async () => {
      const input = sortField === 'Default' ? { sortOrder } : { sortField, sortOrder }
      for (const part of ['first', 'later, unwritten'] as const) {
        const found = await plan('wide', input, part)
        expect({ part, sorts: found.filter((node) => node['Node Type'].includes('Sort')) }).toEqual({ part, sorts: [] })
        expect(scanned(found)).toEqual([])
      }
      expect(scanned(await plan('wide', input, 'later, written'))).toEqual([])
    })

describe('no table of tasks is read whole', () => {
  const queries: [string, () => Partial<TaskQuery>][] = [
    ['of the account', () => ({})],
    ['of a folder', () => ({ folderId: pondNumber() as never })],
    ['of a folder and all below', () => ({ folderId: pondNumber() as never, descendants: true })],
    [
      'of a space and all below',
      () => ({ spaceId: decodeId('Space', world.garden.id)?.number as never, descendants: true }),
    ],
    ['of somebody', () => ({ responsibles: [{ contact: world.ben.personId }] })],
    ['with subtasks', () => ({ subTasks: true })],
    ['that are due in a week', () => ({ dueDate: { start: '2026-01-05', end: '2026-01-12' }, sortField: 'DueDate' })],
    ['updated since', () => ({ updatedDate: { start: new Date('2026-01-01T00:00:00Z') } })],
    ['by permalink', () => ({ permalink: many.permalink })],
    ['that are active', () => ({ status: ['Active'] })],
  ]
  for (const reach of ['wide', 'narrow'] as const)
    for (const [name, input] of queries)
      test(`for tasks ${name}, ${reach}`, async () => {
        for (const part of ['first', 'later, unwritten', 'later, written'] as const)
          expect({ part, scanned: scanned(await plan(reach, input(), part)) }).toEqual({ part, scanned: [] })
      })
})
