import { expect, test } from 'vitest'
import { month } from './month.ts'
import { day } from './planning.ts'

/** The permit: Hana asks, it is turned down, she asks again. v3 has no approvals. */
export function approving(): void {
  test('an approval that one rejects is rejected, seen at the task', async () => {
    const { team, ledger, tasks } = month
    const asked = { approvers: [team.Kim.id, team.Ben.id], description: 'May we?', dueDate: day(20) }
    const approval = await team.Hana.post(`/tasks/${tasks.Permit.id}/approvals`, asked)
    const path = `/approvals/${approval.id}/decision`
    await team.Ben.put(path, { status: 'Approved' })
    await team.Kim.put(path, { status: 'Rejected', comment: 'Too near the road' })
    const [seen] = await team.Gus.get(`/tasks/${tasks.Permit.id}/approvals`)
    expect(seen).toMatchObject({ id: approval.id, status: 'Rejected', finished: true })
    expect(seen.decisions.map(({ comment }: { comment: string }) => comment)).toContain('Too near the road')
    const is = (status: string) => ['TaskApprovalStatusChanged', { approvalId: approval.id, status }] as const
    const decided = (approverId: string, decision: string) =>
      ['TaskApprovalDecisionChanged', { approvalId: approval.id, approverId, decision }] as const
    ledger.note(tasks.Permit, team.Hana, is('Pending'))
    ledger.note(tasks.Permit, team.Ben, decided(team.Ben.id, 'Approved'))
    ledger.note(tasks.Permit, team.Kim, decided(team.Kim.id, 'Rejected'), is('Rejected'))
  })

  test('a second one that all approve is approved', async () => {
    const { team, ledger, tasks } = month
    const asked = { approvers: [team.Kim.id], description: 'Further from the road' }
    const { id } = await team.Hana.post(`/tasks/${tasks.Permit.id}/approvals`, asked)
    await team.Kim.put(`/approvals/${id}/decision`, { status: 'Approved' })
    const both = await team.Gus.get(`/tasks/${tasks.Permit.id}/approvals`)
    expect(both.map(({ status }) => status)).toEqual(['Approved', 'Rejected'])
    ledger.note(tasks.Permit, team.Hana, ['TaskApprovalStatusChanged', { approvalId: id, status: 'Pending' }])
    ledger.note(
      tasks.Permit,
      team.Kim,
      ['TaskApprovalDecisionChanged', { approvalId: id, decision: 'Approved' }],
      ['TaskApprovalStatusChanged', { approvalId: id, status: 'Approved' }],
    )
    const [task] = await team.Hana.get(`/tasks/${tasks.Permit.id}`)
    expect(task.status).toBe('Active')
    const pending = await team.Kim.get('/approvals', { pendingApprovers: [team.Kim.id], statuses: ['Pending'] })
    expect(pending).toEqual([])
  })
}
