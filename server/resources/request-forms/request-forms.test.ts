import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Data } from '#testing/client.ts'
import { recordedBy } from '#testing/recorded.ts'
import { startWorld, type World } from '#testing/world.ts'

let world: World
beforeAll(async () => {
  world = await startWorld()
})
afterAll(() => world.close())

const pages = [{ title: 'About it', fields: [{ id: 'what', title: 'What', type: 'Text', attribute: 'title' }] }]
const make = (parameters: Record<string, unknown> = {}, who = world.anna) =>
  who.post(`/spaces/${world.garden.id}/request_forms`, { title: 'Wish', pages, ...parameters })
const made = async (parameters: Record<string, unknown> = {}): Promise<Data> => {
  const { status, body } = await make(parameters)
  expect({ status, error: body.errorDescription }).toEqual({ status: 200, error: undefined })
  return body.data[0]
}

describe('who may', () => {
  test('make, change and delete forms: those with the role Full alone', async () => {
    const form = await made()
    for (const who of [world.ben, world.cleo]) {
      expect((await make({}, who)).body.error).toBe('access_forbidden')
      expect((await who.put(`/request_forms/${form.id}`, { title: 'x' })).body.error).toBe('access_forbidden')
      expect((await who.delete(`/request_forms/${form.id}`)).body.error).toBe('access_forbidden')
    }
    expect((await world.anna.get(`/request_forms/${form.id}`)).body.data[0].title).toBe('Wish')
  })

  test('read them: those who see the space', async () => {
    const form = await made()
    expect((await world.cleo.get(`/request_forms/${form.id}`)).status).toBe(200)
    expect((await world.dan.get(`/request_forms/${form.id}`)).body.error).toBe('access_forbidden')
    const seen = async (who: World['dan']) =>
      (await who.get('/request_forms')).body.data.some((one) => one.id === form.id)
    expect([await seen(world.cleo), await seen(world.dan), await seen(world.eve)]).toEqual([true, false, false])
  })

  test('nobody writes them on a plan without request forms; reading goes on', async () => {
    const form = await made()
    await world.plan('Team')
    expect((await make()).body.error).toBe('not_allowed')
    const sent = await world.anna.post(`/request_forms/${form.id}/submit`, { formFields: [] })
    expect(sent.body.error).toBe('not_allowed')
    expect((await world.anna.get('/request_forms')).status).toBe(200)
    await world.plan('Pinnacle')
  })
})

describe('life', () => {
  test('a form is what was said, and says where its work goes when asked', async () => {
    const field = (await world.anna.post('/customfields', { title: 'Cost', type: 'Numeric' })).body.data[0]
    const form = await made({
      description: 'First line\nsecond line',
      folderId: world.pond.id,
      creates: 'Project',
      pages: [
        ...pages,
        {
          description: 'More',
          fields: [
            { title: 'Size', type: 'Choice', options: ['S', 'L'], required: true, description: 'How big' },
            { title: 'Cost', type: 'Number', customFieldId: field.id },
          ],
        },
      ],
    })
    expect(form).toMatchObject({
      title: 'Wish',
      description: 'First line<br>second line',
      spaceId: world.garden.id,
      target: { creates: 'Project', folderId: world.pond.id, itemTitle: 'Wish', enabled: true },
    })
    const { body } = await world.ben.get(`/request_forms/${form.id}`, { plainTextDescription: true })
    expect(body.data[0].description).toBe('First line second line')
    expect(body.data[0].target).toBeUndefined()
    expect(body.data[0].pages).toMatchObject([
      { title: 'About it', fields: [{ id: 'what', title: 'What', type: 'Text', required: false, attribute: 'title' }] },
      { description: 'More', fields: [{ options: ['S', 'L'], required: true }, { customFieldId: field.id }] },
    ])
    expect(body.data[0].pages[1].fields[0].id).toMatch(/^[0-9a-f]{12}$/)
  })

  test('changing changes what is sent, deleting leaves what came of it', async () => {
    const form = await made()
    const { body } = await world.anna.put(`/request_forms/${form.id}`, { title: 'Need', enabled: false })
    expect(body.data[0]).toMatchObject({
      title: 'Need',
      pages: form.pages,
      target: { enabled: false, itemTitle: 'Wish' },
    })
    const sent = await world.anna.post(`/request_forms/${form.id}/submit`, { formFields: [] })
    expect(sent.body.error).toBe('not_allowed')
    await world.anna.put(`/request_forms/${form.id}`, { enabled: true })
    const { taskId } = (await world.anna.post(`/request_forms/${form.id}/submit`, { formFields: [] })).body.data[0]
    expect((await world.anna.delete(`/request_forms/${form.id}`)).body.data).toEqual([])
    expect((await world.anna.get(`/request_forms/${form.id}`)).body.error).toBe('resource_not_found')
    expect((await world.anna.get(`/tasks/${taskId}`)).status).toBe(200)
  })

  test('questions that contradict themselves are refused', async () => {
    const wrong = [
      [{ title: 'A', type: 'Choice' }],
      [{ title: 'A', type: 'Text', options: ['x'] }],
      [{ title: 'A', type: 'Choice', options: ['x', 'x'] }],
      [{ title: 'A', type: 'Date', attribute: 'title' }],
      [{ title: 'A', type: 'Choice', options: ['Huge'], attribute: 'importance' }],
      [
        { id: 'a', title: 'A', type: 'Text' },
        { id: 'a', title: 'B', type: 'Text' },
      ],
      [
        { title: 'A', type: 'Text', attribute: 'title' },
        { title: 'B', type: 'Text', attribute: 'title' },
      ],
    ]
    for (const fields of wrong) expect((await make({ pages: [{ fields }] })).body.error).toBe('invalid_parameter')
    const importance = [{ title: 'A', type: 'Choice', options: ['High'], attribute: 'importance' }]
    expect((await make({ pages: [{ fields: importance }], creates: 'Project' })).body.error).toBe('invalid_parameter')
  })

  test('lists come page by page, of all spaces or of one', async () => {
    const space = (await world.anna.post('/spaces', { accessType: 'Private', title: 'Forms' })).body.data[0]
    const ids: string[] = []
    for (const title of ['A', 'B', 'C'])
      ids.push((await world.anna.post(`/spaces/${space.id}/request_forms`, { title, pages })).body.data[0].id)
    const path = `/spaces/${space.id}/request_forms`
    const first = await world.anna.get(path, { pageSize: 2 })
    const second = await world.anna.get(path, { nextPageToken: first.body.nextPageToken })
    expect([...first.body.data, ...second.body.data].map((one) => one.id)).toEqual(ids)
    expect(second.body.nextPageToken).toBeUndefined()
    expect((await world.anna.get(path, { limit: 1 })).body.data).toHaveLength(1)
    expect((await world.anna.get(path, { pageSize: 101 })).body.error).toBe('invalid_parameter')
  })
})

test('making, changing, sending and deleting are told', async () => {
  const told = await recordedBy(world, async () => {
    const form = await made()
    await world.anna.put(`/request_forms/${form.id}`, { title: 'Need' })
    await world.ben.post(`/request_forms/${form.id}/submit`, { formFields: [] })
    await world.anna.delete(`/request_forms/${form.id}`)
  })
  expect(told.filter((one) => one.entity_type === 'request_form').map((one) => one.type)).toEqual([
    'RequestFormCreated',
    'RequestFormModified',
    'RequestFormSubmitted',
    'RequestFormDeleted',
  ])
  expect(told.find((one) => one.type === 'TaskCreated')?.actor_id).toBe(world.ben.personId)
})
