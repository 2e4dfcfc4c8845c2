import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Data, Parameters } from '#testing/client.ts'
import { startWorld, type World } from '#testing/world.ts'

/** What happens to approvals, to timesheets and to the locks of time, and what the audit log says of it. */
let world: World
beforeAll(async () => {
  world = await startWorld()
})
afterAll(() => world.close())

const succeeded = ({ status, body }: { status: number; body: Data }): Data => {
  if (status !== 200) throw new Error(`${status} ${body.errorDescription}`)
  return body.data[0]
}
const put = async (path: string, parameters: Parameters) => succeeded(await world.anna.put(path, parameters))
const approval = async (parameters: Parameters = {}, path = `/tasks/${world.dig.id}`) =>
  succeeded(await world.anna.post(`${path}/approvals`, { approvers: [world.anna.id], ...parameters }))
const period = { start: '2026-02-01', end: '2026-02-28' }

/** Operation and way of each; it says details of the record, which stands at the task "Dig" unless it says another place. */
type Told = { details: Record<string, string>; objectName?: string; objectType?: string }
const cases: [operation: string, act: () => Promise<Told>][] = [
  ['ApprovalCreated', async () => ({ details: { 'Approval Id': (await approval()).id } })],
  [
    'ApprovalCreated',
    async () => {
      const { id } = await approval({}, `/folders/${world.pond.id}`)
      return { details: { 'Approval Id': id }, objectName: 'Pond', objectType: 'Project' }
    },
  ],
  [
    'ApprovalDescriptionChanged',
    async () => {
      const { id } = await approval()
      await put(`/approvals/${id}`, { description: 'Deep enough?' })
      return { details: { 'Approval Id': id } }
    },
  ],
  [
    'ApprovalDueDateChanged',
    async () => {
      const { id } = await approval({ dueDate: '2026-03-02' })
      await put(`/approvals/${id}`, { dueDate: '2026-03-09' })
      return { details: { 'Old Due Date': '2026-03-02', 'New Due Date': '2026-03-09' } }
    },
  ],
  [
    'ApprovalFinalDecisionStrategyChanged',
    async () => {
      const { id } = await approval()
      await put(`/approvals/${id}`, { autoFinishOnReject: false })
      return { details: { 'Approval Id': id } }
    },
  ],
  [
    'ApproverAdded',
    async () => {
      const { id } = await approval()
      await put(`/approvals/${id}`, { addApprovers: [world.ben.id] })
      return { details: { 'User Id': world.ben.id } }
    },
  ],
  [
    'ApproverRemoved',
    async () => {
      const { id } = await approval({ approvers: [world.anna.id, world.ben.id] })
      await put(`/approvals/${id}`, { removeApprovers: [world.ben.id] })
      return { details: { 'User Id': world.ben.id } }
    },
  ],
  [
    'ApprovalDecisionMade',
    async () => {
      const { id } = await approval({ approvers: [world.anna.id, world.ben.id] })
      await put(`/approvals/${id}/decision`, { status: 'Approved' })
      return { details: { 'Approval Id': id, Decision: 'Approved' } }
    },
  ],
  [
    'ApprovalFinished',
    async () => {
      const { id } = await approval()
      await put(`/approvals/${id}/decision`, { status: 'Approved' })
      return { details: { 'Approval Id': id, Status: 'Approved' } }
    },
  ],
  [
    'ApprovalCanceled',
    async () => {
      const { id } = await approval()
      succeeded(await world.anna.delete(`/approvals/${id}`))
      return { details: { 'Approval Id': id } }
    },
  ],
  [
    'TimelogLocked',
    async () => {
      succeeded(await world.anna.post(`/folders/${world.pond.id}/timelog_lock_periods`, { period }))
      return { details: { Period: 'start: 2026-02-01, end: 2026-02-28' }, objectName: 'Pond', objectType: 'Project' }
    },
  ],
  [
    'TimelogUnlocked',
    async () => {
      await world.anna.post(`/folders/${world.pond.id}/timelog_lock_periods`, { period })
      await world.anna.delete(`/folders/${world.pond.id}/timelog_lock_periods`, { period })
      return { details: { Period: 'start: 2026-02-01, end: 2026-02-28' }, objectName: 'Pond', objectType: 'Project' }
    },
  ],
  [
    'TimesheetCreated',
    async () => {
      succeeded(await world.anna.post('/timesheets', { periodStartDate: '2026-05-04' }))
      return { details: { 'Start Date': '2026-05-04' }, objectName: 'Anna Ash', objectType: 'Timesheet' }
    },
  ],
  [
    'TimesheetStatusChanged',
    async () => {
      const sheet = succeeded(await world.ben.post('/timesheets', { periodStartDate: '2026-05-04' }))
      succeeded(await world.ben.put(`/timesheets/${sheet.timesheetId}`, { approvalStatus: 'Pending' }))
      await put(`/timesheets/${sheet.timesheetId}`, { approvalStatus: 'Approved' })
      const details = { 'User Id': world.ben.id, 'Old Status': 'Pending', 'New Status': 'Approved' }
      return { details, objectName: 'Ben Test', objectType: 'Timesheet' }
    },
  ],
]

describe.each(cases)('%s', (operation, act) => {
  test('is recorded', async () => {
    const { details, objectName = 'Dig', objectType = 'Task' } = await act()
    const { body } = await world.anna.get('/audit_log', { operations: [operation], pageSize: 1 })
    expect(body.data[0]).toMatchObject({ operation, objectType, objectName, details, userId: world.anna.id })
  })
})
