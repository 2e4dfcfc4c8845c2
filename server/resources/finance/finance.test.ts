import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Data } from '#testing/client.ts'
import { startWorld, type World } from '#testing/world.ts'

let world: World
beforeAll(async () => {
  world = await startWorld()
  await world.anna.put('/hourly_rates', {
    rates: [
      { rateSubjectId: world.ben.id, rateType: 'Bill', rateValue: 100 },
      { rateSubjectId: world.ben.id, rateType: 'Cost', rateValue: 40 },
      { rateSubjectId: world.anna.id, rateType: 'Bill', rateValue: 200 },
    ],
  })
})
afterAll(() => world.close())

const field = { fields: ['finance'] }
const ofTask = async (task: Data, who = world.anna) => (await who.get(`/tasks/${task.id}`, field)).body.data[0].finance
const ofProject = async (project: Data, who = world.anna) =>
  (await who.get(`/folders/${project.id}`, field)).body.data[0].project.finance
const log = async (task: Data, hours: number, more: Record<string, unknown> = {}, who = world.ben): Promise<Data> =>
  (await who.post(`/tasks/${task.id}/timelogs`, { hours, comment: '', trackedDate: '2026-03-02', ...more })).body
    .data[0]
const project = (parameters: Record<string, unknown> = {}) => world.folder({ project: {}, ...parameters })

describe('what a task costs and brings', () => {
  test('are logged hours times rates, and follow each change of the record', async () => {
    const task = await world.task()
    expect(await ofTask(task)).toEqual({
      currency: 'USD',
      actualFees: 0,
      actualCost: 0,
      plannedFees: 0,
      plannedCost: 0,
    })
    const record = await log(task, 2)
    await log(task, 1, {}, world.anna)
    expect(await ofTask(task)).toMatchObject({ actualFees: 400, actualCost: 80 })
    await world.ben.put(`/timelogs/${record.id}`, { hours: 3 })
    expect(await ofTask(task)).toMatchObject({ actualFees: 500, actualCost: 120 })
    await world.ben.delete(`/timelogs/${record.id}`)
    expect(await ofTask(task)).toMatchObject({ actualFees: 200, actualCost: 0 })
  })
  test('counts the time that several people log at the same moment, and none of them is refused', async () => {
    const place = await project()
    const tasks = await Promise.all([1, 2, 3, 4, 5, 6, 7, 8].map(() => world.task({ in: place })))
    const sent = { hours: 1, comment: '', trackedDate: '2026-03-02' }
    const answers = await Promise.all(tasks.map((task) => world.ben.post(`/tasks/${task.id}/timelogs`, sent)))
    expect(answers.map(({ status }) => status)).toEqual(tasks.map(() => 200))
    expect(await ofProject(place)).toMatchObject({ actualFees: 800, actualCost: 320 })
  })
  test('counts no fees where it is not billable', async () => {
    const task = await world.task({ billingType: 'NonBillable' })
    await log(task, 2)
    expect(await ofTask(task)).toMatchObject({ actualFees: 0, actualCost: 80 })
    await world.ben.put(`/tasks/${task.id}`, { billingType: 'Billable' })
    expect(await ofTask(task)).toMatchObject({ actualFees: 200 })
    const free = await project({ project: { contractType: 'NonBillable' } })
    const inFree = await world.task({ in: free })
    await log(inFree, 1)
    expect(await ofTask(inFree)).toMatchObject({ actualFees: 0, actualCost: 40 })
  })
  test('is planned by effort, shared by those who work on it', async () => {
    const placeholder = (await world.anna.post('/placeholders', { title: 'Somebody' })).body.data[0]
    await world.anna.put('/hourly_rates', {
      rates: [{ rateSubjectId: placeholder.id, rateType: 'Cost', rateValue: 10 }],
    })
    const task = await world.task({
      responsibles: [world.ben.id],
      effortAllocation: { mode: 'Basic', totalEffort: 240 },
    })
    expect(await ofTask(task)).toMatchObject({ plannedFees: 400, plannedCost: 160 })
    await world.ben.put(`/tasks/${task.id}`, { addResponsiblePlaceholders: [placeholder.id] })
    expect(await ofTask(task)).toMatchObject({ plannedFees: 200, plannedCost: 100 })
    const daily = [{ userId: world.ben.id, dailyAllocation: [{ date: '2026-03-02', effortMinutes: 90 }] }]
    await world.ben.put(`/tasks/${task.id}`, {
      effortAllocation: { mode: 'Flexible', responsibleAllocation: daily },
    })
    expect(await ofTask(task)).toMatchObject({ plannedFees: 150, plannedCost: 60 })
    await world.ben.put(`/tasks/${task.id}`, { effortAllocation: { mode: 'None' } })
    expect(await ofTask(task)).toMatchObject({ plannedFees: 0, plannedCost: 0 })
  })
})

describe('the rate of the day', () => {
  test('counts: a new one leaves earlier work as it is', async () => {
    const una = await world.person('Una', { role: 'admin' })
    await world.anna.put(`/folders/${world.pond.id}`, { addShareds: [una.id] })
    const set = (rateValue: number) =>
      world.anna.put('/hourly_rates', { rates: [{ rateSubjectId: una.id, rateType: 'Bill', rateValue }] })
    await set(10)
    await world.store.pool.query(
      `update hourly_rate set started_at = '2026-01-01', applies_from = '2026-01-01' where subject_id = $1`,
      [una.personId],
    )
    const task = await world.task()
    await log(task, 1, { trackedDate: '2025-12-01' }, una)
    await log(task, 1, { trackedDate: '2026-03-02' }, una)
    expect(await ofTask(task)).toMatchObject({ actualFees: 20 })
    await set(70)
    expect(await ofTask(task)).toMatchObject({ actualFees: 20 })
    await log(task, 1, { trackedDate: new Date().toISOString().slice(0, 10) }, una)
    expect(await ofTask(task)).toMatchObject({ actualFees: 90 })
  })
  test('of a project holds in it alone, from now on, or for all work of it when that is asked for', async () => {
    const place = await project()
    const [here, elsewhere] = [await world.task({ in: place }), await world.task()]
    for (const task of [here, elsewhere]) await log(task, 1)
    const rates = [{ rateSubjectId: world.ben.id, rateType: 'Bill', rateValue: 300 }]
    await world.anna.put(`/folders/${place.id}/hourly_rates`, { rates })
    expect(await ofTask(here)).toMatchObject({ actualFees: 100 })
    await world.anna.put(`/folders/${place.id}/hourly_rates`, { rates, enableCalculations: true })
    expect(await ofTask(here)).toMatchObject({ actualFees: 300 })
    expect(await ofTask(elsewhere)).toMatchObject({ actualFees: 100 })
    await world.anna.put(`/tasks/${here.id}`, { addParents: [world.pond.id], removeParents: [place.id] })
    expect(await ofTask(here)).toMatchObject({ actualFees: 100 })
  })
  test('of a job role counts for all whose rate comes from it', async () => {
    const role = (await world.anna.post('/jobroles', { title: 'Diver' })).body.data[0]
    const vic = await world.person('Vic')
    await world.anna.put(`/folders/${world.pond.id}`, { addShareds: [vic.id] })
    const task = await world.task()
    await log(task, 2, {}, vic)
    await world.anna.put('/hourly_rates', { rates: [{ rateSubjectId: role.id, rateType: 'Bill', rateValue: 30 }] })
    expect(await ofTask(task)).toMatchObject({ actualFees: 0 })
    await world.anna.put(`/contacts/${vic.id}`, { jobRoleId: role.id })
    expect(await ofTask(task)).toMatchObject({ actualFees: 60 })
  })
})

describe('what a project costs and brings', () => {
  test('is the sum of all tasks below, each once, without deleted ones', async () => {
    const top = await project()
    const sub = await world.folder({ in: top })
    const task = await world.task({ in: sub, parents: [top.id] })
    const subtask = await world.task({ in: { id: world.root }, superTasks: [task.id] })
    await log(task, 1)
    await log(subtask, 1)
    expect(await ofProject(top)).toMatchObject({ actualFees: 200, actualCost: 80 })
    await world.anna.delete(`/tasks/${subtask.id}`)
    expect(await ofProject(top)).toMatchObject({ actualFees: 100 })
    await world.anna.put(`/tasks/${subtask.id}`, { restore: true })
    expect(await ofProject(top)).toMatchObject({ actualFees: 200 })
    const other = await project()
    await world.anna.put(`/folders/${sub.id}`, { addParents: [other.id], removeParents: [top.id] })
    expect([(await ofProject(top)).actualFees, (await ofProject(other)).actualFees]).toEqual([200, 200])
    await world.anna.put(`/tasks/${task.id}`, { removeParents: [top.id] })
    expect(await ofProject(top)).toMatchObject({ actualFees: 0 })
  })
  test('comes with the list of a folder too, and with its budget', async () => {
    const hall = await world.folder()
    await project({ in: hall, project: { budget: 900 } })
    const { body } = await world.anna.get(`/folders/${hall.id}/folders`, { descendants: false, ...field })
    expect(body.data[0].project.finance).toMatchObject({ currency: 'USD', budget: 900, actualFees: 0 })
    const listed = await world.anna.get(`/folders/${world.pond.id}/tasks`, field)
    expect(listed.body.data[0].finance).toHaveProperty('actualFees')
  })
})
