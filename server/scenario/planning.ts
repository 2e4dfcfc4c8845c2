import { expect, test } from 'vitest'
import type { Data, Parameters } from '#testing/client.ts'
import { month } from './month.ts'
import { sameOnBoth } from './same-on-both.ts'
import type { Name } from './team.ts'

const from = (start: number, due: number) => ({ start: day(start), due: day(due) })
export const day = (of: number) => `2026-03-${String(of).padStart(2, '0')}`

/** What is to be done, by whom, and from which day of March to which. */
const plan: [title: string, who: Name, Parameters][] = [
  ['Survey', 'Cleo', { dates: from(2, 3), description: 'Walk around <b>all</b> of it' }],
  ['Design', 'Cleo', { dates: from(4, 6), importance: 'High' }],
  ['Dig', 'Dina', { dates: from(9, 12) }],
  ['Line', 'Emil', { dates: from(13, 16) }],
  ['Fill', 'Fay', { dates: { start: day(17), duration: 3 * 480 } }],
  ['Plant', 'Gus', { dates: from(23, 24) }],
  ['Permit', 'Hana', { dates: from(2, 13) }],
  ['Feed', 'Ivo', { dates: from(2, 2) }],
  ['Opening', 'Ben', { dates: { type: 'Milestone', due: day(31) } }],
]

/** What days of March tasks have, as told to people. */
export async function datesOf(...titles: string[]): Promise<string[]> {
  const ids = titles.map((title) => month.tasks[title].id).join(',')
  const tasks = await sameOnBoth(month.team.Ben, `/tasks/${ids}`)
  return tasks.map(({ title, dates }) => `${title} ${dates.start?.slice(8, 10) ?? ''}-${dates.due.slice(8, 10)}`)
}

/** Something new in the project. */
export function isInProject(item: Data): Data {
  month.inProject.add(item.id)
  return item
}

/** The first Monday: Ben makes the project and plans it. */
export function planning(): void {
  test('a project, and a listener of all that happens in it', async () => {
    const { team, ledger, listeners, space, inProject } = month
    const project = { ownerIds: [team.Ben.id], startDate: day(2), endDate: day(31) }
    month.project = await team.Ben.inTurn('post', `/folders/${space.id}/folders`, { title: 'Pond', project })
    isInProject(month.project)
    ledger.note(month.project, team.Ben, 'FolderCreated')
    const [shown] = await sameOnBoth(team.Ben, `/folders/${month.project.id}`)
    expect(shown.project).toMatchObject(project)
    const { url, secret } = listeners.project
    const hook = { hookUrl: url, secret, recursive: true }
    await team.Ben.post(`/folders/${month.project.id}/webhooks`, hook)
    expect(listeners.project.handshakes).toBe(1)
    ledger.listen('project', listeners.project, (id) => inProject.has(id))
    await sameOnBoth(team.Ben, '/webhooks')
  })

  test('its tasks; the one over the holiday takes a day longer', async () => {
    const { team, ledger, project, tasks } = month
    for (const [title, who, more] of plan) {
      const sent = { title, responsibles: [team[who].id], ...more }
      const task = await team.Ben.inTurn('post', `/folders/${project.id}/tasks`, sent)
      tasks[title] = isInProject(task)
      ledger.note(task, team.Ben, 'TaskCreated')
      await sameOnBoth(team[who], `/tasks/${task.id}`)
    }
    const pump = { title: 'Pump', superTasks: [tasks.Line.id], responsibles: [team.Jana.id] }
    tasks.Pump = isInProject(await team.Emil.inTurn('post', `/folders/${project.id}/tasks`, pump))
    ledger.note(tasks.Pump, team.Emil, 'TaskCreated')
    expect((await sameOnBoth(team.Jana, `/tasks/${tasks.Line.id}`))[0].subTaskIds).toEqual([tasks.Pump.id])
    expect(await datesOf('Fill', 'Opening')).toEqual(['Fill 17-20', 'Opening -31'])
    const listed = await sameOnBoth(team.Gus, `/folders/${project.id}/tasks`)
    expect(listed).toHaveLength(plan.length + 1)
  })

  test('one after the other', async () => {
    const { team, tasks } = month
    const chain = ['Survey', 'Design', 'Dig', 'Line', 'Fill', 'Plant']
    for (const [at, title] of chain.slice(1).entries()) {
      const before = tasks[chain[at] as string].id
      const sent = { successorId: tasks[title].id, relationType: 'FinishToStart' }
      const link = await team.Ben.inTurn('post', `/tasks/${before}/dependencies`, sent)
      await sameOnBoth(team.Ben, `/dependencies/${link.id}`)
    }
    expect(await sameOnBoth(team.Ben, `/tasks/${tasks.Dig.id}/dependencies`)).toHaveLength(2)
    expect(await datesOf(...chain)).toEqual([
      'Survey 02-03',
      'Design 04-06',
      'Dig 09-12',
      'Line 13-16',
      'Fill 17-20',
      'Plant 23-24',
    ])
  })

  test('Dina takes two days off, and what waits for her moves, over the holiday too', async () => {
    const { team, ledger, tasks } = month
    const leave = { userId: team.Dina.id, fromDate: day(10), toDate: day(11), exclusionType: 'VacationPTO' }
    await team.Kim.post('/user_schedule_exclusions', leave)
    expect(await datesOf('Survey', 'Design', 'Dig', 'Line', 'Fill', 'Plant')).toEqual([
      'Survey 02-03',
      'Design 04-06',
      'Dig 09-16',
      'Line 17-18',
      'Fill 20-24',
      'Plant 25-26',
    ])
    const moved = (due: number, newDue: number) =>
      [
        'TaskDatesChanged',
        { oldValue: { dueDate: `${day(due)}T17:00:00` }, dates: { dueDate: `${day(newDue)}T17:00:00` } },
      ] as const
    ledger.note(tasks.Dig, team.Kim, moved(12, 16))
    ledger.note(tasks.Line, team.Kim, moved(16, 18))
    ledger.note(tasks.Fill, team.Kim, moved(20, 24))
    ledger.note(tasks.Plant, team.Kim, moved(24, 26))
  })
}
