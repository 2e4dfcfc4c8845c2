import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { Data } from '#testing/client.ts'
import { startWorld, type World } from '#testing/world.ts'

let world: World
let task: Data
beforeAll(async () => {
  world = await startWorld()
})
beforeEach(async () => {
  task = await world.task({ title: 'Plan of the pond' })
})
afterAll(() => world.close())

const ask = async (parameters: Record<string, unknown> = {}): Promise<Data> => {
  const { status, body } = await world.anna.post(`/tasks/${task.id}/approvals`, parameters)
  expect({ status, error: body.errorDescription }).toEqual({ status: 200, error: undefined })
  return body.data[0]
}
const read = async (id: string): Promise<Data> => (await world.anna.get(`/approvals/${id}`)).body.data[0]
const decide = (who: World['ben'], id: string, status: string, comment?: string) =>
  who.put(`/approvals/${id}/decision`, { status, ...(comment === undefined ? {} : { comment }) })

describe('who may', () => {
  test('a reader asks nobody to approve, an editor does', async () => {
    const refused = await world.cleo.post(`/tasks/${task.id}/approvals`)
    expect({ status: refused.status, error: refused.body.error }).toEqual({ status: 403, error: 'access_forbidden' })
    expect((await world.ben.post(`/tasks/${task.id}/approvals`)).status).toBe(200)
  })

  test('a reader who is asked decides all the same', async () => {
    const approval = await ask({ approvers: [world.cleo.id] })
    const { status, body } = await decide(world.cleo, approval.id, 'Approved', 'Looks good')
    expect(status).toBe(200)
    expect(body.data[0].decisions).toMatchObject([
      { approverId: world.cleo.id, status: 'Approved', comment: 'Looks good' },
    ])
  })

  test('nobody decides for another, be it the owner of the account', async () => {
    const approval = await ask({ approvers: [world.cleo.id] })
    const { status, body } = await decide(world.anna, approval.id, 'Approved')
    expect({ status, error: body.error }).toEqual({ status: 403, error: 'access_forbidden' })
    expect((await read(approval.id)).status).toBe('Pending')
  })

  test('a reader neither changes, finishes nor cancels', async () => {
    const approval = await ask({ approvers: [world.cleo.id] })
    expect((await world.cleo.put(`/approvals/${approval.id}`, { description: 'x' })).status).toBe(403)
    expect((await world.cleo.put(`/approvals/${approval.id}/finish`, { status: 'Approved' })).status).toBe(403)
    expect((await world.cleo.delete(`/approvals/${approval.id}`)).status).toBe(403)
    expect((await read(approval.id)).status).toBe('Pending')
  })

  test('somebody from outside who is asked reaches the task', async () => {
    expect((await world.dan.get(`/tasks/${task.id}`)).status).toBe(403)
    const approval = await ask({ approvers: [world.dan.id] })
    expect((await world.dan.get(`/tasks/${task.id}/approvals`)).body.data).toMatchObject([{ id: approval.id }])
    expect((await decide(world.dan, approval.id, 'Rejected')).body.data[0].status).toBe('Rejected')
  })

  test('a folder is shared before somebody is asked about it', async () => {
    const asked = (id: string) => world.anna.post(`/folders/${world.pond.id}/approvals`, { approvers: [id] })
    const refused = await asked(world.dan.id)
    expect({ status: refused.status, error: refused.body.error }).toEqual({ status: 403, error: 'not_allowed' })
    const { body } = await asked(world.cleo.id)
    expect(body.data[0]).toMatchObject({ folderId: world.pond.id, status: 'Pending' })
    expect(body.data[0].taskId).toBeUndefined()
  })

  test('who belongs to a group sees a folder through it', async () => {
    const group = (await world.anna.post('/groups', { title: 'Divers', members: [world.dan.id] })).body.data[0]
    const folder = await world.folder({ title: 'Depth', shareds: [group.id] })
    const { status } = await world.anna.post(`/folders/${folder.id}/approvals`, { approvers: [world.dan.id] })
    expect(status).toBe(200)
  })

  test('a group is no approver, and nobody of another account is', async () => {
    const group = (await world.anna.post('/groups', { title: 'Frogs' })).body.data[0]
    for (const id of [group.id, world.eve.id]) {
      const { status, body } = await world.anna.post(`/tasks/${task.id}/approvals`, { approvers: [id] })
      expect({ status, error: body.error }).toEqual({ status: 404, error: 'resource_not_found' })
    }
    expect((await world.anna.get(`/tasks/${task.id}/approvals`)).body.data).toEqual([])
  })

  test('a plan without approvals reads them but makes none', async () => {
    const approval = await ask({ approvers: [world.cleo.id] })
    await world.plan('Team')
    expect((await world.anna.post(`/tasks/${task.id}/approvals`)).body.error).toBe('not_allowed')
    expect((await decide(world.cleo, approval.id, 'Approved')).body.error).toBe('not_allowed')
    expect((await world.anna.get(`/approvals/${approval.id}`)).status).toBe(200)
    await world.plan('Pinnacle')
  })
})

describe('life', () => {
  test('without approvers it is a draft, and pending once somebody is asked', async () => {
    const draft = await ask({ description: 'Deep enough?', dueDate: '2026-04-01' })
    expect(draft).toMatchObject({
      taskId: task.id,
      authorId: world.anna.id,
      title: '',
      description: 'Deep enough?',
      dueDate: '2026-04-01',
      decisions: [],
      attachmentIds: [],
      type: 'Regular',
      autoFinishOnApprove: true,
      autoFinishOnReject: true,
      finished: false,
      status: 'Draft',
    })
    const { body } = await world.anna.put(`/approvals/${draft.id}`, { addApprovers: [world.ben.id, world.cleo.id] })
    expect(body.data[0].status).toBe('Pending')
    const back = await world.anna.put(`/approvals/${draft.id}`, { removeApprovers: [world.ben.id, world.cleo.id] })
    expect(back.body.data[0]).toMatchObject({ status: 'Draft', decisions: [] })
  })

  test('it is approved when the last approver approves, and the task keeps its status', async () => {
    const approval = await ask({ approvers: [world.ben.id, world.cleo.id] })
    expect((await decide(world.ben, approval.id, 'Approved')).body.data[0]).toMatchObject({
      status: 'Pending',
      finished: false,
    })
    await decide(world.cleo, approval.id, 'Approved')
    expect(await read(approval.id)).toMatchObject({ status: 'Approved', finished: true, finisherId: world.cleo.id })
    expect((await world.anna.get(`/tasks/${task.id}`)).body.data[0].status).toBe('Active')
  })

  test('one rejection rejects it', async () => {
    const approval = await ask({ approvers: [world.ben.id, world.cleo.id] })
    await decide(world.ben, approval.id, 'Rejected', 'Too shallow')
    expect(await read(approval.id)).toMatchObject({ status: 'Rejected', finished: true, finisherId: world.ben.id })
  })

  test('without the rules it waits for somebody to finish it', async () => {
    const approval = await ask({
      approvers: [world.ben.id, world.cleo.id],
      autoFinishOnApprove: false,
      autoFinishOnReject: false,
    })
    await decide(world.ben, approval.id, 'Approved')
    const early = await world.anna.put(`/approvals/${approval.id}/finish`)
    expect(early.body).toMatchObject({ error: 'parameter_required' })
    await decide(world.cleo, approval.id, 'Rejected')
    expect(await read(approval.id)).toMatchObject({ status: 'Pending', finished: false })
    const { body } = await world.ben.put(`/approvals/${approval.id}/finish`)
    expect(body.data[0]).toMatchObject({ status: 'Rejected', finished: true, finisherId: world.ben.id })
  })

  test('dismissing who is missing finishes what all others approved', async () => {
    const approval = await ask({ approvers: [world.ben.id, world.cleo.id] })
    await decide(world.ben, approval.id, 'Approved')
    const { body } = await world.anna.put(`/approvals/${approval.id}`, { removeApprovers: [world.cleo.id] })
    expect(body.data[0]).toMatchObject({ status: 'Approved', finisherId: world.anna.id })
  })

  test('a decision can be taken back while it is open', async () => {
    const approval = await ask({ approvers: [world.ben.id, world.cleo.id] })
    await decide(world.ben, approval.id, 'Approved')
    const { body } = await decide(world.ben, approval.id, 'Pending')
    expect(body.data[0].decisions.map((decision: Data) => decision.status)).toEqual(['Pending', 'Pending'])
  })

  test('finished or cancelled, nothing about it changes any more', async () => {
    const approved = await ask({ approvers: [world.ben.id] })
    await decide(world.ben, approved.id, 'Approved')
    const cancelled = await ask({ approvers: [world.ben.id] })
    expect((await world.anna.delete(`/approvals/${cancelled.id}`)).body.data[0].status).toBe('Cancelled')
    for (const { id } of [approved, cancelled]) {
      const answers = [
        await decide(world.ben, id, 'Rejected'),
        await world.anna.put(`/approvals/${id}`, { description: 'x' }),
        await world.anna.put(`/approvals/${id}/finish`, { status: 'Approved' }),
      ]
      for (const { status, body } of answers) expect([status, body.error]).toEqual([403, 'not_allowed'])
    }
    expect((await world.anna.delete(`/approvals/${approved.id}`)).body.error).toBe('not_allowed')
    expect((await world.anna.delete(`/approvals/${cancelled.id}`)).body.data[0].status).toBe('Cancelled')
  })

  test('nothing is asked about a task in the recycle bin', async () => {
    const approval = await ask({ approvers: [world.ben.id] })
    await world.anna.delete(`/tasks/${task.id}`)
    expect((await decide(world.ben, approval.id, 'Approved')).body.error).toBe('not_allowed')
    expect((await world.anna.post(`/tasks/${task.id}/approvals`)).body.error).toBe('not_allowed')
    const { body } = await world.anna.get('/approvals')
    expect(body.data.some((one) => one.id === approval.id)).toBe(false)
  })

  test('somebody in both lists is refused, and nothing of it is written', async () => {
    const approval = await ask({ approvers: [world.ben.id] })
    const { body } = await world.anna.put(`/approvals/${approval.id}`, {
      description: 'other',
      addApprovers: [world.ben.id],
      removeApprovers: [world.ben.id],
    })
    expect(body.error).toBe('invalid_parameter')
    expect((await read(approval.id)).description).toBe('')
  })
})

test('each change is told: status and decision, by the place of the approval', async () => {
  const approval = await ask({ approvers: [world.ben.id] })
  await decide(world.ben, approval.id, 'Approved', 'Fine')
  const { rows } = await world.store.pool.query(
    `select type, after from event where entity_type = 'approval' order by event_id desc limit 4`,
  )
  expect(rows.map((row) => row.type).reverse()).toEqual([
    'ApprovalCreated',
    'TaskApprovalStatusChanged',
    'TaskApprovalDecisionChanged',
    'TaskApprovalStatusChanged',
  ])
  expect(rows[1].after).toMatchObject({ decision: 'Approved', approverId: world.ben.personId })
  expect(rows[0].after).toMatchObject({ status: 'Approved' })
})
