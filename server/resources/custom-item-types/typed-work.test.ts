import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Data } from '#testing/client.ts'
import { startWorld, type World } from '#testing/world.ts'

let world: World
let flow: Data
let severity: Data
let bug: Data
let campaign: Data
beforeAll(async () => {
  world = await startWorld()
  const made = async (path: string, parameters: Record<string, unknown>) =>
    (await world.anna.post(path, parameters)).body.data[0]
  flow = await made('/workflows', { name: 'Bugs' })
  severity = await made('/customfields', { title: 'Severity', type: 'Numeric' })
  const carried = { customFieldIds: [severity.id], defaultWorkflowId: flow.id }
  bug = await made('/custom_item_types', { title: 'Bug', relatedType: 'Task', ...carried })
  campaign = await made('/custom_item_types', { title: 'Campaign', relatedType: 'Project', ...carried })
})
afterAll(() => world.close())

const field = { fields: ['customItemTypeId'] }
const status = (group: string) => flow.customStatuses.find((one: Data) => one.group === group).id

describe('a task of a type', () => {
  test('carries its workflow and its fields', async () => {
    const task = await world.task({ customItemTypeId: bug.id, ...field })
    expect(task).toMatchObject({
      customItemTypeId: bug.id,
      customStatusId: status('Active'),
      customFields: [{ id: severity.id, value: '' }],
    })
    const completed = await world.task({ customItemTypeId: bug.id, status: 'Completed' })
    expect(completed).toMatchObject({ status: 'Completed', customStatusId: status('Completed') })
  })
  test('keeps values that are given with it', async () => {
    const task = await world.task({ customItemTypeId: bug.id, customFields: [{ id: severity.id, value: '3' }] })
    expect(task.customFields).toEqual([{ id: severity.id, value: '3' }])
  })
  test('stays in its workflow when its status changes', async () => {
    const task = await world.task({ customItemTypeId: bug.id })
    const { body } = await world.ben.put(`/tasks/${task.id}`, { status: 'Completed' })
    expect(body.data[0].customStatusId).toBe(status('Completed'))
  })
  test('is found by it, and a plain one has none', async () => {
    const found = (await world.ben.get('/tasks', { customItemTypes: [bug.id], ...field })).body.data
    expect(found.length).toBeGreaterThan(3)
    expect(found.every((one: Data) => one.customItemTypeId === bug.id)).toBe(true)
    expect((await world.ben.get(`/tasks/${world.dig.id}`, field)).body.data[0]).not.toHaveProperty('customItemTypeId')
    expect((await world.ben.get('/tasks', { customItemTypes: [campaign.id] })).status).toBe(400)
  })
  test('becomes one by update, alone and among several', async () => {
    const [one, two] = [await world.task(), await world.task({ status: 'Completed' })]
    const convert = { convertToCustomItemType: bug.id }
    expect((await world.cleo.put(`/tasks/${one.id}`, convert)).body.error).toBe('access_forbidden')
    expect((await world.ben.put(`/tasks/${one.id}`, { convertToCustomItemType: campaign.id })).status).toBe(400)
    await world.ben.put(`/tasks/${one.id}`, convert)
    await world.ben.put(`/tasks/${one.id},${two.id}`, convert)
    const { body } = await world.ben.get(`/tasks/${one.id},${two.id}`, field)
    expect(body.data.map((task: Data) => [task.customItemTypeId, task.customStatusId])).toEqual([
      [bug.id, status('Active')],
      [bug.id, status('Completed')],
    ])
  })
})

describe('a project of a type', () => {
  test('carries its workflow, its fields and their columns', async () => {
    const made = await world.folder({ customItemTypeId: campaign.id, ...field })
    expect(made).toMatchObject({ customItemTypeId: campaign.id, workflowId: flow.id })
    expect(made.project.customStatusId).toBe(status('Active'))
    const { body } = await world.ben.get(`/folders/${made.id}`, { fields: ['customColumnIds'] })
    expect(body.data[0]).toMatchObject({
      customColumnIds: [severity.id],
      customFields: [{ id: severity.id, value: '' }],
    })
  })
  test('is found by it, and shown in the tree', async () => {
    const made = await world.folder({ customItemTypeId: campaign.id })
    const found = (await world.ben.get('/folders', { customItemTypes: [campaign.id] })).body
    expect(found.kind).toBe('folders')
    expect(found.data.map((one: Data) => one.id)).toContain(made.id)
    const tree = (await world.ben.get('/folders')).body.data
    expect(tree.find((one: Data) => one.id === made.id).customItemTypeId).toBe(campaign.id)
  })
  test('is made of a folder by update, and loses the type as a folder', async () => {
    const folder = await world.folder()
    expect((await world.ben.put(`/folders/${folder.id}`, { convertToCustomItemType: bug.id })).status).toBe(400)
    const { body } = await world.ben.put(`/folders/${folder.id}`, { convertToCustomItemType: campaign.id })
    expect(body.data[0].project.customStatusId).toBe(status('Active'))
    const both = { convertToCustomItemType: campaign.id, project: null }
    expect((await world.ben.put(`/folders/${folder.id}`, both)).status).toBe(400)
    await world.ben.put(`/folders/${folder.id}`, { project: null })
    const [after] = (await world.ben.get(`/folders/${folder.id}`, field)).body.data
    expect(after).not.toHaveProperty('customItemTypeId')
  })
})

describe('instantiating', () => {
  const instantiate = (type: Data, parameters: Record<string, unknown>, who = world.ben) =>
    who.post(`/custom_item_types/${type.id}/instantiate`, { title: 'Made', ...parameters })

  test('takes exactly one place, where one may create', async () => {
    expect((await instantiate(bug, {})).status).toBe(400)
    expect((await instantiate(bug, { parentId: world.pond.id, superTaskId: world.dig.id })).status).toBe(400)
    expect((await instantiate(campaign, { superTaskId: world.dig.id })).status).toBe(400)
    expect((await instantiate(bug, { parentId: world.pond.id }, world.cleo)).body.error).toBe('access_forbidden')
  })
  test('makes a task, a subtask and a project', async () => {
    const task = (await instantiate(bug, { parentId: world.pond.id })).body.data[0]
    expect(task.relatedType).toBe('Task')
    const subtask = (await instantiate(bug, { superTaskId: world.dig.id })).body.data[0]
    const [made] = (await world.ben.get(`/tasks/${subtask.id}`, field)).body.data
    expect(made).toMatchObject({ superTaskIds: [world.dig.id], customItemTypeId: bug.id, parentIds: [] })
    const project = (await instantiate(campaign, { parentId: world.garden.id })).body.data[0]
    expect(project.relatedType).toBe('Project')
    expect((await world.ben.get(`/folders/${project.id}`)).body.data[0].project).toBeDefined()
  })
})
