import { zipSync } from 'fflate'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { ended } from '#testing/background.ts'
import { asQuery, type Data, type Parameters } from '#testing/client.ts'
import { asExcel } from '#testing/import-file.ts'
import { startWorld, type World } from '#testing/world.ts'

let world: World
beforeAll(async () => {
  world = await startWorld()
})
afterAll(() => world.close())

const send = (content: string | Uint8Array, parameters: Parameters = {}) =>
  world.anna.upload(`/folders/${world.pond.id}/imports${asQuery(parameters)}`, 'work.xlsx', content)
const told = async (content: string | Uint8Array, parameters: Parameters = {}): Promise<Data> => {
  const { status, body } = await send(content, parameters)
  expect({ status, error: body.errorDescription }).toEqual({ status: 200, error: undefined })
  return body.data[0]
}

const day = (text: string) => new Date(`${text}Z`)
const workbook = asExcel({
  Notes: [['Nothing of interest']],
  Work: [
    ['Key', 'Summary', 'State', 'Deadline', 'Size', 'Is big'],
    ['a', 'Dig <deep> & wide', 'closed', day('2027-03-31T00:00:00'), 3.5, true],
    ['b', 'Fill', 'open', day('2027-04-01T15:30:00'), null, false],
    [null, null, null, null, null, null],
    ['c', '  ', 'open', null, 1, null],
  ],
})

test('a dry run tells the columns of a sheet, what they would become, and what is in them', async () => {
  const preview = await told(workbook, { dryRun: true, sheet: 'Work', dateOrder: 'DMY' })
  expect(preview.sheets).toEqual(['Notes', 'Work'])
  expect(preview.columns).toEqual([
    { name: 'Key', becomes: 'id', values: ['a', 'b', 'c'], valueCount: 3 },
    { name: 'Summary', becomes: 'title', values: ['Dig <deep> & wide', 'Fill'], valueCount: 2 },
    { name: 'State', becomes: 'status', values: ['closed', 'open'], valueCount: 2 },
    { name: 'Deadline', becomes: 'dueDate', values: ['2027-03-31', '2027-04-01T15:30:00'], valueCount: 2 },
    { name: 'Size', values: ['3.5', '1'], valueCount: 2 },
    { name: 'Is big', values: ['true', 'false'], valueCount: 2 },
  ])
  expect(preview).toMatchObject({ totalRows: 4, created: 0, skipped: 1, failed: 3 })
  expect(preview.problems[0].reason).toContain("No status of the folder's workflow is called 'closed'")
})

test('a file without a title is told of, as long as nothing is to be made', async () => {
  expect(await told(workbook, { dryRun: true })).toMatchObject({
    totalRows: 0,
    columns: [{ name: 'Nothing of interest', values: [], valueCount: 0 }],
  })
  expect((await send(workbook)).body.errorDescription).toContain("a column has to become 'title'")
})

test('values are read as they are meant, whatever their case, and a sheet becomes tasks', async () => {
  const values = { State: { CLOSED: 'Completed', open: '' } }
  const parameters = { sheet: 'Work', values, dateOrder: 'DMY' }
  const started = await told(workbook, parameters)
  await ended(world.anna, { id: started.asyncJobId }, 100_000)
  expect((await world.anna.get(`/imports/${started.id}`)).body.data[0]).toMatchObject({
    created: 2,
    skipped: 1,
    failed: 1,
  })
  const { body } = await world.anna.get(`/folders/${world.pond.id}/tasks`, { sortField: 'Title' })
  const made = body.data.filter(({ title }: Data) => /Dig </.test(title) || title === 'Fill')
  expect(made).toMatchObject([
    { title: 'Dig <deep> & wide', status: 'Completed', dates: { due: '2027-03-31T17:00:00' } },
    { title: 'Fill', status: 'Active', dates: { due: '2027-04-01T15:30:00' } },
  ])
})

test('wrong values, sheets and files are refused with the reason', async () => {
  const reason = async (content: string | Uint8Array, parameters: Parameters = {}) =>
    (await send(content, parameters)).body.errorDescription
  expect(await reason(workbook, { sheet: 'Play' })).toBe("Parameter 'sheet' value is invalid: the file has Notes, Work")
  expect(await reason(workbook, { sheet: 'Work', values: { Nope: {} } })).toContain("the file has no column 'Nope'")
  expect(await reason(workbook, { sheet: 'Work', values: { State: { open: 1 } } })).toContain(
    'texts by column and value',
  )
  expect(await reason(Buffer.from('PK\u0003\u0004 and then nothing'))).toContain('no Excel workbook')
  const bomb = zipSync({ 'xl/workbook.xml': new Uint8Array(101 * 1024 * 1024) }, { level: 1 })
  expect(bomb.length).toBeLessThan(1024 * 1024)
  expect(await reason(bomb)).toContain('it unpacks to more than')
}, 60_000)

test('choices in one cell may have blanks and nothing between them, and moments a zone and fractions', async () => {
  const created = await world.anna.post('/customfields', {
    title: 'Labels',
    type: 'Multiple',
    settings: { values: ['red', 'green'] },
  })
  const labels = created.body.data[0].id
  const file = 'Title,Due,Labels\nPaint,2027-05-03T20:56:22.700641-08:00,", red ;  green "'
  const preview = await told(file, { dryRun: true, mapping: { Title: 'title', Due: 'dueDate', Labels: labels } })
  expect(preview.problems).toEqual([])
  expect(preview.preview).toMatchObject([
    { title: 'Paint', dueDate: '2027-05-03T20:56:22', customFields: [{ id: labels, value: 'red,green' }] },
  ])
})
