import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { encodeId } from '#ids/encode.ts'
import type { Data } from '#testing/client.ts'
import { startWorld, type World } from '#testing/world.ts'

let world: World
let first: { status: number; body: Data }
let done: Data
beforeAll(async () => {
  world = await startWorld()
  first = await world.anna.get('/data_export')
  done = await completed(first.body.data[0].id)
})
afterAll(() => world.close())

/** An export, once its files are complete. */
async function completed(id: string): Promise<Data> {
  for (let look = 0; look < 200; look++) {
    const { body } = await world.anna.get(`/data_export/${id}`)
    if (body.data[0].status === 'Completed') return body.data[0]
    await sleep(50)
  }
  throw new Error('the export did not end')
}
const pathOf = (url: string) => new URL(url).pathname.replace('/api/v4', '')
const urlOf = (name: string): string => done.resources.find((one: Data) => one.name === name).url

describe('refused', () => {
  test('to all but admins, without the scope, and on plans below Enterprise', async () => {
    expect((await world.ben.get('/data_export')).body.error).toBe('not_allowed')
    const without = await world.withScopes(world.anna, ['wsReadWrite', 'amReadOnlyAuditLog'])
    expect((await without.post('/data_export')).body.error).toBe('not_allowed')
    await world.plan('Business')
    expect((await world.anna.get('/data_export_schema')).body.error).toBe('not_allowed')
    await world.plan('Pinnacle')
  })

  test('is an export of another account', async () => {
    const { status, body } = await world.eve.get(`/data_export/${done.id}`)
    expect({ status, error: body.error }).toEqual({ status: 404, error: 'resource_not_found' })
  })

  test('is a file without a credential, to who is no admin, and with a token that was changed', async () => {
    const path = pathOf(urlOf('user'))
    expect((await fetch(`${world.url}/api/v4${path}`)).status).toBe(401)
    expect((await world.ben.raw(path)).status).toBe(403)
    expect((await world.eve.raw(path)).status).toBe(404)
    const [, , , token = '', name] = path.split('/')
    expect((await world.anna.raw(`/data_export/${done.id}/${token.slice(0, -2)}AA/${name}`)).status).toBe(404)
    expect((await world.anna.raw(path)).status).toBe(200)
  })

  test('is a file by a URL that is a day old', async () => {
    const { signExported } = await import('./file-link.ts')
    const { rows } = await world.store.pool.query('select data_export_id from data_export where account_id = $1', [
      world.accountId,
    ])
    const file = { accountId: world.accountId, dataExportId: rows[0].data_export_id, table: 'user' }
    const made = (ago: number) => signExported(world.services.secret, file, Date.now() - ago)
    expect((await world.anna.raw(`/data_export/${done.id}/${made(86_400_001)}/user.csv`)).status).toBe(404)
    expect((await world.anna.raw(`/data_export/${done.id}/${made(86_000_000)}/user.csv`)).status).toBe(200)
  })
})

describe('an export', () => {
  test('is started by the first call, which answers 202', () => {
    expect(first.status).toBe(202)
    expect(first.body.kind).toBe('dataExport')
    expect(['Scheduled', 'InProgress']).toContain(first.body.data[0].status)
  })

  test('has a file for each table of the schema', async () => {
    const schema = (await world.anna.get('/data_export_schema')).body.data
    expect(schema).toHaveLength(33)
    expect(done.resources.map((one: Data) => one.name)).toEqual(schema.map((table: Data) => table.id))
    for (const { id, columns } of schema) {
      const text = await (await world.anna.raw(pathOf(urlOf(id)))).text()
      expect(text.split('\n')[0]).toBe(columns.map((column: Data) => column.id).join(','))
    }
  })

  test('is what the path without an id answers, with 200', async () => {
    const { status, body } = await world.anna.get('/data_export')
    expect({ status, id: body.data[0].id }).toEqual({ status: 200, id: done.id })
  })

  test('is not made again within the hour', async () => {
    const { status, body } = await world.anna.post('/data_export')
    expect({ status, id: body.data[0].id }).toEqual({ status: 200, id: done.id })
  })

  test('is made again after an hour, once for several calls, and the two newest are kept', async () => {
    const age = () =>
      world.store.pool.query(
        `update data_export set completed_at = completed_at - interval '61 minutes' where account_id = $1`,
        [world.accountId],
      )
    await age()
    const answers = await Promise.all([1, 2, 3].map(() => world.anna.post('/data_export')))
    expect(answers.map((answer) => answer.status).sort()).toEqual([200, 200, 202])
    expect(new Set(answers.map((answer) => answer.body.data[0].id)).size).toBe(1)
    const second = await completed(answers[0]?.body.data[0].id)
    await age()
    const third = await completed((await world.anna.post('/data_export')).body.data[0].id)
    await expect.poll(async () => (await world.anna.get(`/data_export/${done.id}`)).status).toBe(404)
    expect((await world.anna.get(`/data_export/${second.id}`)).status).toBe(200)
    done = third
  })

  test('is told in the audit log when it is asked for and when it is made', async () => {
    const of = async (operation: string) =>
      (await world.anna.get('/audit_log', { operations: [operation], pageSize: 1 })).body.data[0]
    const about = { objectType: 'DataExport', objectId: done.id, userId: world.anna.id }
    expect(await of('AccountDataExportRequested')).toMatchObject({ ...about, sourceType: 'APIv4' })
    expect(await of('AccountDataExportGenerated')).toMatchObject({ ...about, sourceType: 'Automation' })
  })
})

describe('by itself', () => {
  test('an account that has exported once does so every day, and no other', async () => {
    const { dailyDataExports } = await import('./job.ts')
    const run = () => dailyDataExports.work({ services: world.services } as never)
    const count = async () =>
      (await world.store.pool.query('select count(*)::int as count from data_export')).rows[0].count
    const before = await count()
    await run()
    expect(await count()).toBe(before)
    await world.store.pool.query(`update data_export set requested_at = requested_at - interval '25 hours'`)
    await run()
    await run()
    const { rows } = await world.store.pool.query('select * from data_export order by data_export_id desc limit 1')
    expect(rows[0]).toMatchObject({ account_id: world.accountId, requested_by: null })
    await completed(encodeId('DataExport', world.accountId, rows[0].data_export_id))
  })
})
