import { randomUUID } from 'node:crypto'
import { mkdir, readdir, utimes, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startWorld, type World } from '#testing/world.ts'
import { openFileStore } from './store.ts'
import { sweepFiles } from './sweep.ts'

let world: World
let folder: string
beforeAll(async () => {
  world = await startWorld()
  folder = join(world.services.settings.dataDir, 'files')
})
afterAll(() => world.close())

const sweep = () => sweepFiles(world.store.database, world.services.files)
const query = (text: string, values: unknown[] = []) => world.store.pool.query(text, values)
const makeOld = () => query(`update stored_file set created_at = now() - interval '25 hours'`)
const kept = async () =>
  (await readdir(folder, { recursive: true, withFileTypes: true })).filter((entry) => entry.isFile()).length

test('what an attachment refers to stays, however old', async () => {
  await world.anna.upload(`/tasks/${world.dig.id}/attachments`, 'plan.txt', 'plan')
  await makeOld()
  expect(await sweep()).toBe(0)
  expect(await kept()).toBe(1)
})

test('what a server that died has left of an upload goes after a day, not before', async () => {
  const { rows } = await query('insert into stored_file (account_id) values ($1) returning file_id', [world.accountId])
  await world.services.files.write(`${world.accountId}/${rows[0].file_id}`, Readable.from([Buffer.from('half')]))
  expect(await sweep()).toBe(0)
  await makeOld()
  expect(await sweep()).toBe(1)
  expect(await kept()).toBe(1)
})

test('the content of what was erased for good goes, however much', async () => {
  const { body } = await world.anna.post('/spaces', { title: 'Vault', accessType: 'Locked' })
  const task = await world.task({ in: body.data[0] })
  await world.anna.upload(`/tasks/${task.id}/attachments`, 'a.txt', 'x')
  expect((await world.anna.delete(`/spaces/${body.data[0].id}`)).status).toBe(200)
  expect((await query(`select from attachment where name = 'a.txt'`)).rowCount).toBe(0)
  await query('insert into stored_file (account_id) select $1 from generate_series(1, 250)', [world.accountId])
  await makeOld()
  expect(await sweep()).toBe(251)
  expect(await kept()).toBe(1)
})

test('while the store fails nothing is forgotten', async () => {
  await query('insert into stored_file (account_id) values ($1)', [world.accountId])
  await makeOld()
  const { remove } = world.services.files
  world.services.files.remove = async () => Promise.reject(new Error('away'))
  await expect(sweep()).rejects.toThrow('away')
  world.services.files.remove = remove
  expect(await sweep()).toBe(1)
})

test('opening the store removes files that have been arriving for more than a day', async () => {
  const arriving = join(folder, 'arriving')
  await mkdir(arriving, { recursive: true })
  const [old, young] = [join(arriving, randomUUID()), join(arriving, randomUUID())]
  for (const path of [old, young]) await writeFile(path, 'half')
  const yesterday = Date.now() / 1000 - 25 * 60 * 60
  await utimes(old, yesterday, yesterday)
  await openFileStore(world.services.settings)
  expect((await readdir(arriving)).map((name) => join(arriving, name))).toEqual([young])
})
