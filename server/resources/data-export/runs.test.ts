import { afterAll, beforeAll, expect, test } from 'vitest'
import { startWorld, type World } from '#testing/world.ts'
import { dataExportJob } from './job.ts'
import { writeExport } from './write-export.ts'

/** What happens to an export whose server dies, is stopped or fails. */
let world: World
beforeAll(async () => {
  world = await startWorld()
})
afterAll(() => world.close())

const scheduled = async () => {
  const { rows } = await world.store.pool.query(
    'insert into data_export (account_id) values ($1) returning data_export_id',
    [world.accountId],
  )
  return { accountId: world.accountId, dataExportId: rows[0].data_export_id as number }
}
const state = async (id: number) =>
  (
    await world.store.pool.query(
      `select status, (select count(*)::int from data_export_file f where f.data_export_id = d.data_export_id) as files
     from data_export d where data_export_id = $1`,
      [id],
    )
  ).rows[0]
const stopped = AbortSignal.abort(new Error('stopping'))

test('a run that is cut leaves files that the next one removes, and that one ends it', async () => {
  const key = await scheduled()
  await expect(writeExport(world.services, key, stopped)).rejects.toThrow('stopping')
  expect((await state(key.dataExportId)).files).toBeGreaterThan(0)
  const run = { data: key, services: world.services, signal: new AbortController().signal, finish: async () => {} }
  await dataExportJob.work(run as never)
  expect(await state(key.dataExportId)).toEqual({ status: 'Completed', files: 33 })
})

test('a run that comes late does nothing to an export that is complete', async () => {
  const key = await scheduled()
  const run = { data: key, services: world.services, signal: new AbortController().signal, finish: async () => {} }
  await dataExportJob.work(run as never)
  const before = await world.store.pool.query('select file_id from data_export_file where data_export_id = $1', [
    key.dataExportId,
  ])
  await dataExportJob.work(run as never)
  const after = await world.store.pool.query('select file_id from data_export_file where data_export_id = $1', [
    key.dataExportId,
  ])
  expect(after.rows).toEqual(before.rows)
})

test('an export that is given up has failed and leaves no files', async () => {
  const key = await scheduled()
  await writeExport(world.services, key, stopped).catch(() => {})
  await dataExportJob.gaveUp?.({ data: key, services: world.services })
  expect(await state(key.dataExportId)).toEqual({ status: 'Failed', files: 0 })
})
