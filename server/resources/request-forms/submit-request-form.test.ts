import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Data } from '#testing/client.ts'
import { startWorld, type World } from '#testing/world.ts'

let world: World
let cost: Data
let form: Data
const fields = () => [
  { id: 'what', title: 'What', type: 'Text', attribute: 'title', required: true },
  { id: 'why', title: 'Why', type: 'Paragraph', attribute: 'description' },
  { id: 'when', title: 'When', type: 'Date', attribute: 'dueDate' },
  { id: 'who', title: 'Who', type: 'Contact', attribute: 'responsibles' },
  { id: 'urgency', title: 'Urgency', type: 'Choice', options: ['High', 'Low'], attribute: 'importance' },
  { id: 'cost', title: 'Cost', type: 'Number', customFieldId: cost.id },
  { id: 'colours', title: 'Colours & more', type: 'MultipleChoice', options: ['red', 'blue', 'green'] },
]
const make = async (parameters: Record<string, unknown>): Promise<Data> =>
  (await world.anna.post(`/spaces/${world.garden.id}/request_forms`, { title: 'Wish', ...parameters })).body.data[0]
beforeAll(async () => {
  world = await startWorld()
  cost = (await world.anna.post('/customfields', { title: 'Cost', type: 'Numeric' })).body.data[0]
  form = await make({ pages: [{ fields: fields() }], folderId: world.pond.id })
})
afterAll(() => world.close())

const submit = (who: World['ben'], answers: Record<string, string | string[]>, to = form) =>
  who.post(`/request_forms/${to.id}/submit`, {
    formFields: Object.entries(answers).flatMap(([id, values]) => [values].flat().map((value) => ({ id, value }))),
  })

test('a task is created of it, by who sent it', async () => {
  const { status, body } = await submit(world.cleo, {
    what: 'A bench',
    why: 'To sit on <it>',
    when: '2026-05-08',
    who: world.ben.id,
    urgency: 'High',
    cost: '12.5',
    colours: ['red', 'green'],
  })
  expect({ status, error: body.errorDescription, kind: body.kind }).toEqual({
    status: 200,
    error: undefined,
    kind: 'requestFormSubmission',
  })
  expect(body.data).toEqual([{ formId: form.id, taskId: expect.any(String) }])
  const task = (await world.cleo.get(`/tasks/${body.data[0].taskId}`)).body.data[0]
  expect(task).toMatchObject({
    title: 'A bench',
    description: 'To sit on &lt;it&gt;<br /><br /><b>Colours &amp; more</b><br />red, green',
    importance: 'High',
    parentIds: [world.pond.id],
    authorIds: [world.cleo.id],
    responsibleIds: [world.ben.id],
  })
  expect(task.dates.due).toContain('2026-05-08')
  expect(task.customFields).toContainEqual({ id: cost.id, value: '12.5' })
})

test('a collaborator may send one, though the licence creates no tasks', async () => {
  const carl = await world.person('Carl', { role: 'collaborator' })
  await world.anna.put(`/spaces/${world.garden.id}`, {
    membersAdd: [
      { id: carl.id, accessRoleId: (await world.anna.get('/access_roles')).body.data[0].id, isManager: false },
    ],
  })
  const { status, body } = await submit(carl, { what: 'A swing' })
  expect({ status, error: body.errorDescription }).toEqual({ status: 200, error: undefined })
  expect((await carl.get(`/tasks/${body.data[0].taskId}`)).status).toBe(200)
})

test('who does not see the space sends nothing', async () => {
  expect((await submit(world.dan, { what: 'A bench' })).body.error).toBe('access_forbidden')
  expect((await submit(world.eve, { what: 'A bench' })).body.error).toBe('resource_not_found')
})

test('answers that a question does not take are refused, and nothing is created', async () => {
  const count = async () => (await world.anna.get(`/folders/${world.pond.id}/tasks`)).body.data.length
  const before = await count()
  const wrong: Record<string, string | string[]>[] = [
    {},
    { what: '  ' },
    { what: ['a', 'b'] },
    { what: 'a', when: '8 May' },
    { what: 'a', urgency: 'Normal' },
    { what: 'a', cost: 'much' },
    { what: 'a', colours: ['red', 'pink'] },
    { what: 'a', who: 'Ben' },
    { what: 'a', nothing: 'x' },
    { what: 'x'.repeat(1001) },
  ]
  for (const answers of wrong) {
    const { body } = await submit(world.ben, answers)
    expect({ answers, error: body.error }).toEqual({ answers, error: 'invalid_parameter' })
  }
  expect((await submit(world.ben, { what: 'a', who: world.eve.id })).body.error).toBe('resource_not_found')
  expect(await count()).toBe(before)
})

test('nobody is named in it whom the sender may not know, though the keeper does', async () => {
  const gus = await world.person('Gus', { role: 'external' })
  const accessRoleId = (await world.anna.get('/access_roles')).body.data[0].id
  await world.anna.put(`/spaces/${world.garden.id}`, { membersAdd: [{ id: gus.id, accessRoleId, isManager: false }] })
  expect((await submit(gus, { what: 'a', who: world.dan.id })).body.error).toBe('resource_not_found')
  expect((await submit(gus, { what: 'a', who: world.ben.id })).status).toBe(200)
})

test('a project is created of one that says so, and seen by who sent it', async () => {
  const hidden = await world.folder({ in: { id: world.root }, title: 'Hidden' })
  const projects = await make({
    creates: 'Project',
    folderId: hidden.id,
    itemTitle: 'A wish',
    pages: [{ fields: fields().filter((one) => ['when', 'who'].includes(one.id)) }],
  })
  const { body } = await submit(world.cleo, { when: '2026-05-08', who: world.ben.id }, projects)
  const asked = { fields: ['target'] }
  expect((await world.cleo.get(`/request_forms/${projects.id}`, asked)).body.data[0].target).toEqual({
    creates: 'Project',
    itemTitle: 'A wish',
    enabled: true,
  })
  expect(body.errorDescription).toBeUndefined()
  const project = (await world.cleo.get(`/folders/${body.data[0].projectId}`)).body.data[0]
  expect(project).toMatchObject({ title: 'A wish', project: { endDate: '2026-05-08', ownerIds: [world.ben.id] } })
  expect((await world.cleo.get(`/folders/${hidden.id}`)).status).toBe(403)
})

test('a form works as long as who keeps it is there and may create', async () => {
  const kim = await world.person('Kim', { role: 'admin' })
  const space = (await kim.post('/spaces', { accessType: 'Public', title: 'Open' })).body.data[0]
  const pages = [{ fields: [{ id: 'what', title: 'What', type: 'Text' }] }]
  const open = (await kim.post(`/spaces/${space.id}/request_forms`, { title: 'Open', pages })).body.data[0]
  expect((await submit(world.dan, { what: 'x' }, open)).status).toBe(200)
  await world.anna.put(`/users/${kim.id}`, { active: false })
  expect((await submit(world.dan, { what: 'x' }, open)).body.error).toBe('not_allowed')
})

test('how often it was sent is told when asked', async () => {
  const fresh = await make({ pages: [{ fields: [{ id: 'a', title: 'A', type: 'Text' }] }] })
  const usage = async () =>
    (await world.ben.get(`/request_forms/${fresh.id}`, { fields: ['dataUsageStatistics'] })).body.data[0]
      .dataUsageStatistics
  expect(await usage()).toEqual({ submissions: 0 })
  await submit(world.ben, { a: 'x' }, fresh)
  expect(await usage()).toEqual({ submissions: 1, lastSubmissionDate: expect.stringMatching(/Z$/) })
})

test('the address with answers is the page of the form; wrong ones and too many are refused', async () => {
  const prefill = (formFields: { id: string; value: string }[]) =>
    world.cleo.post(`/request_forms/${form.id}/prefill_url`, { formFields })
  const { body } = await prefill([
    { id: 'what', value: 'A bench & more' },
    { id: 'colours', value: 'red' },
    { id: 'colours', value: 'blue' },
  ])
  const url = new URL(body.data[0].url)
  expect(url.pathname).toBe(`/forms/${form.id}`)
  expect([...url.searchParams]).toEqual([
    ['what', 'A bench & more'],
    ['colours', 'red'],
    ['colours', 'blue'],
  ])
  expect((await prefill([{ id: 'urgency', value: 'Huge' }])).body.error).toBe('invalid_parameter')
  expect((await prefill([{ id: 'why', value: 'x'.repeat(9000) }])).body.error).toBe('invalid_parameter')
  expect((await prefill([])).body.data[0].url).toMatch(new RegExp(`/forms/${form.id}$`))
})
