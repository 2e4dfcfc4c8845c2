import { afterAll, beforeAll, expect, test } from 'vitest'
import { sql } from '#database/sql.ts'
import { startWorld, type World } from '#testing/world.ts'
import { claimDue, claiming } from './claim.ts'
import { settling } from './settle.ts'

/**
 * What senders do all the time reads no table whole, however many deliveries of the last days there are. With sequential
 * scans switched off, one that is still in the plan means that there is no index for the query.
 */
let world: World
const room = { free: 50, perHost: 5, underWay: new Map([['busy.example', 5]]) }
beforeAll(async () => {
  world = await startWorld()
  await world.store.pool.query(
    `with made as (
      insert into webhook (account_id, person_id, hook_url, host, next_at)
      select $1, $2, 'https://one.example', 'one' || n || '.example', case when n <= 20 then now() end
      from generate_series(1, 100) n returning account_id, webhook_id, next_at)
    insert into webhook_delivery (account_id, webhook_id, events, state, ended_at)
    select account_id, webhook_id, '[{}]', case when n <= 2 and next_at is not null then 'waiting' else 'delivered' end,
      case when n <= 2 and next_at is not null then null else now() end
    from made, generate_series(1, 100) n`,
    [world.accountId, world.anna.personId],
  )
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

/** What a statement reads, by table and index. */
async function scans(statement: ReturnType<typeof claiming> | ReturnType<typeof settling>): Promise<string[]> {
  return world.store.database.transaction().execute(async (database) => {
    await sql`set local enable_seqscan = off`.execute(database)
    const { rows } = await sql<{ 'QUERY PLAN': [{ Plan: Node }] }>`explain (format json) ${statement}`.execute(database)
    const found = nodes((rows[0] as (typeof rows)[0])['QUERY PLAN'][0].Plan)
    return found.flatMap((node) =>
      node['Relation Name']?.startsWith('webhook') || node['Index Name']
        ? [`${node['Node Type']} ${node['Relation Name']} ${node['Index Name'] ?? ''}`.trim()]
        : [],
    )
  })
}
const ofTables = (found: string[]) => found.filter((one) => !/^(ModifyTable|LockRows)/.test(one))

test('what is due is claimed through indexes', async () => {
  const found = ofTables(await scans(claiming(room)))
  expect(found.filter((one) => one.startsWith('Seq Scan'))).toEqual([])
  expect(found.join()).toContain('webhook webhook_due')
  expect(found.join()).toContain('webhook_delivery webhook_delivery_waiting')
})

test('what has ended is settled through indexes', async () => {
  const webhooks = await claimDue(world.store.database, room)
  expect(webhooks).toHaveLength(20)
  const answer = { status: 200, text: '' }
  const endings = webhooks.map((webhook) => ({
    webhook,
    deliveryId: webhook.delivery?.delivery_id as number,
    outcome: 'delivered' as const,
    answer,
  }))
  const found = ofTables(await scans(settling(endings)))
  expect(found.filter((one) => one.startsWith('Seq Scan'))).toEqual([])
  expect(found.join()).toMatch(/webhook_delivery webhook_delivery_(pkey|waiting)/)
})
