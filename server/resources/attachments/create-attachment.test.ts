import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { dot } from '#testing/planted.ts'
import { startWorld, type World } from '#testing/world.ts'

let world: World
beforeAll(async () => {
  world = await startWorld({ MAX_UPLOAD: '1MB' })
})
afterAll(() => world.close())

const at = (item: { id: string }, kind = 'tasks') => `/${kind}/${item.id}/attachments`

describe('refused', () => {
  test('without a name', async () => {
    const response = await world.anna.raw(at(world.dig), { method: 'POST' })
    expect(response.status).toBe(400)
    expect(await response.json()).toEqual({
      error: 'parameter_required',
      errorDescription: "Parameter 'X-File-Name' is required",
    })
  })
  test('without a body, and with an empty one', async () => {
    for (const content of [undefined, '']) {
      const { status, body } = await world.anna.upload(at(world.dig), 'a.txt', content)
      expect({ status, error: body.error }).toEqual({ status: 400, error: 'invalid_request' })
    }
    const none = new ReadableStream({ start: (controller) => controller.close() })
    expect((await world.anna.upload(at(world.dig), 'a.txt', none)).body.error).toBe('invalid_request')
  })
  test('over the limit, whether its length is told before or not', async () => {
    const large = Buffer.alloc(1024 * 1024 + 1)
    const told = await world.anna.upload(at(world.dig), 'a.bin', large)
    expect({ status: told.status, body: told.body }).toEqual({
      status: 400,
      body: { error: 'invalid_request', errorDescription: 'The file is too large: at most 1048576 bytes' },
    })
    const untold = await world.anna.upload(at(world.dig), 'a.bin', new Blob([large]).stream())
    expect(untold.body).toEqual(told.body)
  })
  test('a name of which nothing is left', async () => {
    for (const name of ['..', '%00%01', '%E2%80%AE', ' '])
      expect((await world.anna.upload(at(world.dig), name, 'x')).body.error, name).toMatch(
        /invalid_parameter|parameter_required/,
      )
  })
  test('at the root, and at what lies in the recycle bin', async () => {
    const root = await world.anna.upload(`/folders/${world.root}/attachments`, 'a.txt', 'x')
    expect(root.body.errorDescription).toBe('Operation is not allowed for logical folder')
    const gone = await world.task({ title: 'Gone' })
    await world.anna.delete(`/tasks/${gone.id}`)
    expect((await world.anna.upload(at(gone), 'a.txt', 'x')).body.error).toBe('not_allowed')
  })
  test('what is refused leaves nothing behind, neither rows nor bytes', async () => {
    const { rows } = await world.store.pool.query('select count(*)::int as files from stored_file')
    expect(rows[0].files).toBe(0)
    expect((await world.anna.get(at(world.dig))).body.data).toEqual([])
  })
})

describe('a file', () => {
  test('is told about, listed, read by id and given back byte for byte', async () => {
    const { status, body } = await world.ben.upload(at(world.dig), 'plan.txt', 'Dig here.')
    const [attachment] = body.data
    expect({ status, kind: body.kind }).toEqual({ status: 200, kind: 'attachments' })
    expect(attachment).toEqual({
      id: expect.stringMatching(/^IEAA/),
      authorId: world.ben.id,
      name: 'plan.txt',
      createdDate: expect.stringMatching(/Z$/),
      version: 1,
      type: 'Wrike',
      contentType: 'text/plain',
      size: 9,
      taskId: world.dig.id,
      originVersionId: attachment.id,
    })
    expect((await world.cleo.get(at(world.dig))).body.data).toEqual([attachment])
    expect((await world.cleo.get(`/attachments/${attachment.id}`)).body.data).toEqual([attachment])
    const file = await world.cleo.raw(`/attachments/${attachment.id}/download`)
    expect(await file.text()).toBe('Dig here.')
  })
  test('can hang on a folder, a project and a space', async () => {
    for (const place of [await world.folder(), world.pond, world.garden]) {
      const { body } = await world.anna.upload(at(place, 'folders'), 'a.txt', 'x')
      expect(body.data[0]).toMatchObject({ folderId: place.id, name: 'a.txt' })
      expect(body.data[0].taskId).toBeUndefined()
    }
  })
  test('that is an image tells width and height, as it is looked at', async () => {
    const { body } = await world.anna.upload(at(world.dig), 'dot.png', dot)
    expect(body.data[0]).toMatchObject({ contentType: 'image/png', width: 1, height: 1, size: dot.length })
  })
  test('is what its bytes say, not its name', async () => {
    const { body } = await world.anna.upload(at(world.dig), 'letter.txt', dot)
    expect(body.data[0].contentType).toBe('image/png')
    const fake = await world.anna.upload(at(world.dig), 'fake.png', '<script>alert(1)</script>')
    expect(fake.body.data[0].contentType).toBe('application/octet-stream')
    const table = await world.anna.upload(at(world.dig), 'figures.csv', 'a,b\n1,2\n')
    expect(table.body.data[0].contentType).toBe('text/csv')
  })
  test('is a file too when it says that it is JSON or a form', async () => {
    for (const type of ['application/json', 'application/x-www-form-urlencoded', 'text/xml; charset=x']) {
      const headers = { 'content-type': type }
      const { body } = await world.anna.upload(at(world.dig), 'data.json', '{"broken', { headers })
      const file = await world.anna.raw(`/attachments/${body.data[0].id}/download`)
      expect(await file.text()).toBe('{"broken')
    }
  })
  test('of exactly the limit is taken', async () => {
    const { body } = await world.anna.upload(at(world.dig), 'full.bin', Buffer.alloc(1024 * 1024, 7))
    expect(body.data[0].size).toBe(1024 * 1024)
  })
  test('is announced, at a task and at a folder', async () => {
    const task = await world.task()
    await world.ben.upload(at(task), 'a.txt', 'x')
    await world.ben.upload(at(world.pond, 'folders'), 'b.txt', 'x')
    const { rows } = await world.store.pool.query(
      `select type, after->>'name' as name from event where entity_type = 'attachment' order by event_id desc limit 2`,
    )
    expect(rows).toEqual([
      { type: 'FolderAttachmentAdded', name: 'b.txt' },
      { type: 'AttachmentAdded', name: 'a.txt' },
    ])
  })
  test('can be attached on every plan', async () => {
    await world.plan('Free')
    expect((await world.anna.upload(at(world.dig), 'a.txt', 'x')).status).toBe(200)
    await world.plan('Pinnacle')
  })
})
