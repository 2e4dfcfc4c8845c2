import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { encodeId } from '#ids/encode.ts'
import type { Data } from '#testing/client.ts'
import type { Person } from '#testing/people.ts'
import { recordedBy } from '#testing/recorded.ts'
import { startWorld, type World } from '#testing/world.ts'

let world: World
let category: Data
beforeAll(async () => {
  world = await startWorld()
  category = (await world.anna.get('/timelog_categories')).body.data[1]
})
afterAll(() => world.close())

const log = (who: Person, more: Record<string, unknown> = {}, task = world.dig) =>
  who.post(`/tasks/${task.id}/timelogs`, { comment: 'Digging', hours: 1.5, trackedDate: '2026-03-02', ...more })

describe('who may record time', () => {
  test('readers, collaborators and outsiders can’t', async () => {
    expect((await log(world.cleo)).body.error).toBe('access_forbidden')
    expect((await log(world.dan)).body.error).toBe('access_forbidden')
    const carl = await world.person('Carl', { role: 'collaborator' })
    const task = await world.task({ shareds: [carl.id] })
    expect((await log(carl, {}, task)).body.error).toBe('not_allowed')
  })

  test('nobody on a plan without time tracking; reading goes on', async () => {
    await world.plan('Team')
    expect((await log(world.anna)).body.error).toBe('not_allowed')
    expect((await world.anna.get('/timelogs')).status).toBe(200)
    await world.plan('Pinnacle')
  })

  test('for others only admins may, and for users alone', async () => {
    expect((await log(world.ben, { onBehalfOf: world.cleo.id })).body.error).toBe('not_allowed')
    expect((await log(world.ben, { onBehalfOf: world.ben.id })).status).toBe(200)
    expect((await log(world.anna, { onBehalfOf: world.cleo.id })).body.data[0].userId).toBe(world.cleo.id)
    expect((await log(world.anna, { onBehalfOf: world.eve.id })).body.error).toBe('resource_not_found')
    const group = (await world.anna.post('/groups', { title: 'Diggers' })).body.data[0]
    expect((await log(world.anna, { onBehalfOf: group.id })).body.error).toBe('resource_not_found')
  })

  test('not on a task in the recycle bin', async () => {
    const task = await world.task()
    await world.anna.delete(`/tasks/${task.id}`)
    expect((await log(world.anna, {}, task)).body.error).toBe('not_allowed')
  })
})

describe('values', () => {
  test('hours are 0 to 24, days are days, and a category is there', async () => {
    for (const wrong of [
      { hours: -0.1 },
      { hours: 24.1 },
      { trackedDate: '2026-03-02T00:00:00Z' },
      { trackedDate: '2026-02-30' },
    ])
      expect((await log(world.ben, wrong)).body.error).toBe('invalid_parameter')
    for (const hours of [0, 24]) expect((await log(world.ben, { hours })).body.data[0].hours).toBe(hours)
    const nothing = encodeId('TimelogCategory', world.accountId, 900_000)
    expect((await log(world.ben, { categoryId: nothing })).body.error).toBe('resource_not_found')
  })

  test('what is required is named', async () => {
    for (const name of ['comment', 'hours', 'trackedDate'])
      expect((await log(world.ben, { [name]: undefined })).body).toEqual({
        error: 'parameter_required',
        errorDescription: `Parameter '${name}' is required`,
      })
  })
})

describe('a new record', () => {
  test('is the caller’s, with all it was given', async () => {
    const { status, body } = await log(world.ben, { categoryId: category.id })
    expect({ status, kind: body.kind }).toEqual({ status: 200, kind: 'timelogs' })
    expect(body.data[0]).toMatchObject({
      taskId: world.dig.id,
      userId: world.ben.id,
      categoryId: category.id,
      hours: 1.5,
      trackedDate: '2026-03-02',
      comment: 'Digging',
    })
    expect(body.data[0]).not.toHaveProperty('approvalStatus')
  })

  test('without a category has none, and may say nothing', async () => {
    const { body } = await log(world.ben, { comment: '' })
    expect(body.data[0].comment).toBe('')
    expect(body.data[0]).not.toHaveProperty('categoryId')
  })

  test('is HTML, or plain text when said so', async () => {
    const html = await log(world.ben, { comment: '<b>deep</b><script>x</script>' })
    expect(html.body.data[0].comment).toBe('<b>deep</b>')
    const plain = await log(world.ben, { comment: '1 < 2', plainText: true })
    expect(plain.body.data[0].comment).toBe('1 < 2')
    expect((await world.ben.get(`/timelogs/${plain.body.data[0].id}`)).body.data[0].comment).toBe('1 &lt; 2')
  })

  test('tells its approval when asked', async () => {
    const { body } = await log(world.ben, { fields: ['approvalStatus', 'billingType'] })
    expect(body.data[0].approvalStatus).toBe('NotSubmitted')
    expect((await log(world.ben, { fields: ['lockStatus'] })).body.error).toBe('invalid_parameter')
  })

  test('is an event', async () => {
    const events = await recordedBy(world, () => log(world.ben))
    expect(events).toMatchObject([{ type: 'TimelogChanged', entity_type: 'timelog', actor_id: world.ben.personId }])
    expect(events[0]?.after).toMatchObject({ hours: 1.5 })
  })
})
