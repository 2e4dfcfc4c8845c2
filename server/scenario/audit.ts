import { expect, test } from 'vitest'
import type { Data } from '#testing/client.ts'
import { month } from './month.ts'
import { names } from './team.ts'

/** The acts of the month that an auditor asks for: who, what, and how often. */
const acts = (): [operation: string, who: Data, times: number][] => {
  const { Anna, Ben, Kim, Hana, Dina, Cleo } = month.team
  return [
    ['InvitationSend', Anna, names.length],
    ['UserGrantAdmin', Anna, 1],
    ['SpaceCreated', Anna, 1],
    ['GroupCreated', Kim, 1],
    ['GroupMemberAdded', Kim, 1],
    ['CustomFieldCreated', Kim, 2],
    ['CustomFieldModified', Kim, 1],
    ['WorkflowModified', Kim, 1],
    ['TimelogLocked', Kim, 1],
    ['TimesheetStatusChanged', Dina, 1],
    ['TimesheetStatusChanged', Kim, 1],
    ['ApprovalCreated', Hana, 2],
    ['ApprovalDecisionMade', Ben, 1],
    ['ApprovalDecisionMade', Kim, 2],
    ['TaskShared', Kim, 1],
    ['TaskUnshared', Kim, 1],
    ['TaskDeleted', Kim, 1],
    ['AttachUploaded', Cleo, 2],
    ['AttachDeleted', Cleo, 1],
  ]
}

/** Kim looks back. */
export function audit(): void {
  test('the audit log has what admins did, page by page, each act once', async () => {
    const { v4 } = month.team.Kim
    const records: Data[] = []
    let nextPageToken: string | undefined
    do {
      const { status, body } = await v4.get('/audit_log', nextPageToken ? { nextPageToken } : { pageSize: 50 })
      expect(status).toBe(200)
      records.push(...body.data)
      nextPageToken = body.nextPageToken
    } while (nextPageToken)
    expect(new Set(records.map(({ id }) => id)).size).toBe(records.length)
    expect(records.map(({ eventDate }) => eventDate)).toEqual(
      records
        .map(({ eventDate }) => eventDate)
        .sort()
        .reverse(),
    )
    const found = acts().map(([operation, who]) => {
      const own = records.filter((one) => one.operation === operation && one.userId === who.id)
      return [operation, own.length]
    })
    expect(found).toEqual(acts().map(([operation, , times]) => [operation, times]))
    const of = (operation: string) => records.filter((one) => one.operation === operation)
    expect(
      of('InvitationAccepted')
        .map(({ userId }) => userId)
        .sort(),
    ).toEqual(names.map((name) => month.team[name].id).sort())
    expect(of('Oauth2AccessGranted')).toHaveLength(names.length + 1)
    expect(of('TaskDeleted')[0]).toMatchObject({ objectId: month.tasks.Drain.id, sourceType: 'APIv4' })
    expect(of('UserGrantAdmin')[0]).toMatchObject({ objectId: month.team.Kim.id, ipAddress: expect.any(String) })
  })

  test('nobody but admins reads it', async () => {
    const { Ben, Lena } = month.team
    for (const { v4 } of [Ben, Lena]) expect((await v4.get('/audit_log')).status).toBe(403)
  })
}
