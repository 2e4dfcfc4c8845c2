import { expect, test } from 'vitest'
import { ended } from '#testing/background.ts'
import type { Data } from '#testing/client.ts'
import { month } from './month.ts'
import { sameOnBoth } from './same-on-both.ts'

const steps: [title: string, start: string, due: string][] = [
  ['Measure', '2026-01-05', '2026-01-06'],
  ['Buy', '2026-01-07', '2026-01-07'],
  ['Build', '2026-01-08', '2026-01-12'],
]

/** What has proved itself becomes a blueprint, and the blueprint a project. v3 has no blueprints. */
export function launching(): void {
  let blueprint: Data
  test('a folder becomes a blueprint, which is no work of its own', async () => {
    const { team, ledger, space } = month
    const folder = await team.Kim.inTurn('post', `/folders/${space.id}/folders`, { title: 'Terrace', project: {} })
    ledger.note(folder, team.Kim, 'FolderCreated')
    let before: Data
    for (const [title, start, due] of steps) {
      const sent = { title, dates: { start, due }, responsibles: [team.Gus.id] }
      const task = await team.Kim.inTurn('post', `/folders/${folder.id}/tasks`, sent)
      ledger.note(task, team.Kim, 'TaskCreated')
      if (before) {
        const link = { predecessorId: before.id, relationType: 'FinishToStart' }
        await team.Kim.inTurn('post', `/tasks/${task.id}/dependencies`, link)
      }
      before = task
    }
    const listed = await sameOnBoth(team.Gus, '/tasks', { subTasks: true })
    blueprint = await team.Kim.post(`/folders/${folder.id}/folder_blueprints`, {
      spaceId: space.id,
      title: 'A terrace',
    })
    expect(await sameOnBoth(team.Gus, '/tasks', { subTasks: true })).toEqual(listed)
    const offered = await team.Ben.get(`/spaces/${space.id}/folder_blueprints`)
    expect(offered.map(({ title }) => title)).toEqual(['A terrace'])
  })

  test('launched, it is a project that begins on the day asked for', async () => {
    const { team, ledger, space } = month
    const path = `/folder_blueprints/${blueprint.id}/launch_async`
    const asked = { parent: space.id, title: 'Terrace at the pond', rescheduleDate: '2026-03-16' }
    const { status, result } = await ended(team.Ben.v4, await team.Ben.post(path, asked))
    expect(status).toBe('Completed')
    const [terrace] = await sameOnBoth(team.Gus, `/folders/${result.folderId}`)
    expect(terrace).toMatchObject({ title: 'Terrace at the pond', parentIds: [space.id] })
    const tasks = await sameOnBoth(team.Gus, `/folders/${terrace.id}/tasks`, { fields: ['responsibleIds'] })
    const plan = tasks.map(({ title, dates }) => `${title} ${dates.start.slice(5, 10)} ${dates.due.slice(5, 10)}`)
    // The public holiday is the 19th.
    expect(plan.sort()).toEqual(['Build 03-20 03-24', 'Buy 03-18 03-18', 'Measure 03-16 03-17'])
    expect(tasks.map(({ responsibleIds }) => responsibleIds)).toEqual(steps.map(() => [team.Gus.id]))
    const build = tasks.find(({ title }) => title === 'Build') as Data
    expect(await sameOnBoth(team.Gus, `/tasks/${build.id}/dependencies`)).toHaveLength(1)
    ledger.note(terrace, team.Ben, 'FolderCreated', 'CreateFromBlueprintCompleted')
    for (const task of tasks) ledger.note(task, team.Ben, 'TaskCreated')
  })
}
