import { expect, test } from 'vitest'
import type { Data } from '#testing/client.ts'
import { month } from './month.ts'
import { day } from './planning.ts'
import { sameOnBoth } from './same-on-both.ts'
import type { Name } from './team.ts'

/** Who worked when, on what, and how long; Dina is on leave on the 10th and 11th. */
const worked: [Name, title: string, on: number, hours: number][] = [
  ['Cleo', 'Survey', 2, 7.5],
  ['Cleo', 'Survey', 3, 6],
  ['Cleo', 'Design', 4, 8],
  ['Ben', 'Design', 5, 2.25],
  ['Dina', 'Dig', 9, 8],
  ['Dina', 'Dig', 12, 7],
  ['Dina', 'Dig', 13, 8],
  ['Emil', 'Line', 17, 5],
  ['Jana', 'Pump', 18, 0.5],
]
const dinasWeek = () => month.logs.filter(({ userId }) => userId === month.team.Dina.id)

/** The end of the second week: time is logged, handed in, approved and closed. */
export function time(): void {
  test('several people log what they worked', async () => {
    const { team, ledger, tasks, project } = month
    for (const [who, title, on, hours] of worked) {
      const sent = { hours, trackedDate: day(on), comment: `${title}, <b>day ${on}</b>` }
      const log = await team[who].inTurn('post', `/tasks/${tasks[title].id}/timelogs`, sent)
      month.logs.push(log)
      ledger.note(tasks[title], team[who], [
        'TimelogChanged',
        { timeTrackerId: log.id, type: 'Added', hours: String(hours) },
      ])
      await sameOnBoth(team[who], `/timelogs/${log.id}`)
    }
    const all = await sameOnBoth(team.Ben, `/folders/${project.id}/timelogs`)
    const total = worked.reduce((sum, [, , , hours]) => sum + hours, 0)
    expect(all.reduce((sum, { hours }) => sum + hours, 0)).toBe(total)
    expect(await sameOnBoth(team.Ben, `/contacts/${team.Dina.id}/timelogs`)).toHaveLength(3)
  })

  test('what was wrong is mended, what was too much goes', async () => {
    const { team, ledger, tasks } = month
    const [wrong] = month.logs
    await team.Cleo.inTurn('put', `/timelogs/${wrong.id}`, { hours: 7 })
    expect((await sameOnBoth(team.Cleo, `/timelogs/${wrong.id}`))[0].hours).toBe(7)
    const pump = month.logs.pop() as Data
    await team.Jana.inTurn('delete', `/timelogs/${pump.id}`)
    ledger.note(tasks.Survey, team.Cleo, ['TimelogChanged', { type: 'Updated', hours: '7' }])
    ledger.note(tasks.Pump, team.Jana, ['TimelogChanged', { type: 'Deleted' }])
    expect(await sameOnBoth(team.Jana, `/tasks/${tasks.Pump.id}/timelogs`)).toEqual([])
  })

  test("Dina's week is handed in and approved; nobody changes its time any more", async () => {
    const { team, tasks } = month
    const sheet = await team.Dina.post('/timesheets', { periodStartDate: day(9) })
    month.sheets.push(sheet)
    expect(sheet.rows.map(({ taskId }: Data) => taskId)).toEqual([tasks.Dig.id])
    const [week] = sheet.rows[0].weeklyEntries
    expect(week.hours).toBe(23)
    const path = `/timesheets/${sheet.timesheetId}`
    expect((await team.Dina.put(path, { approvalStatus: 'Pending' })).approval.status).toBe('Pending')
    expect((await team.Kim.put(path, { approvalStatus: 'Approved' })).approval.status).toBe('Approved')
    const [first] = dinasWeek()
    const refusals = [
      await team.Dina.refused('put', `/timelogs/${first.id}`, { hours: 9 }),
      await team.Dina.refused('delete', `/timelogs/${first.id}`),
      await team.Dina.refused('post', `/tasks/${tasks.Dig.id}/timelogs`, {
        hours: 1,
        trackedDate: day(12),
        comment: '',
      }),
    ]
    expect(refusals.flat()).toEqual(Array(6).fill('403 not_allowed'))
    const approved = await team.Ben.get(`/timelogs/${first.id}`, { fields: ['approvalStatus'] })
    expect(approved[0]).toMatchObject({ hours: 8, approvalStatus: 'Approved' })
  })

  test('the first half of March is closed; the second stays open', async () => {
    const { team, ledger, tasks, project } = month
    const period = { start: day(1), end: day(15) }
    await team.Kim.post(`/folders/${project.id}/timelog_lock_periods`, { period })
    const locked = await team.Ben.get(`/tasks/${tasks.Survey.id}/timelog_lock_periods`, { period })
    expect(locked).toMatchObject([period])
    const [, second] = month.logs
    const refusals = [
      await team.Cleo.refused('put', `/timelogs/${second.id}`, { hours: 1 }),
      await team.Cleo.refused('delete', `/timelogs/${second.id}`),
    ]
    expect(refusals.flat()).toEqual(Array(4).fill('403 not_allowed'))
    expect((await sameOnBoth(team.Cleo, `/timelogs/${second.id}`))[0].hours).toBe(6)
    const open = month.logs.find(({ userId }) => userId === team.Emil.id)
    await team.Emil.inTurn('put', `/timelogs/${open?.id}`, { hours: 5.5 })
    ledger.note(tasks.Line, team.Emil, ['TimelogChanged', { type: 'Updated', hours: '5.5' }])
  })
}
