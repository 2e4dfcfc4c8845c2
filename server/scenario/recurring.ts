import { expect, test } from 'vitest'
import type { Data } from '#testing/client.ts'
import { month } from './month.ts'
import { day, isInProject } from './planning.ts'
import { sameOnBoth } from './same-on-both.ts'

/** The frogs are fed every Monday. */
export function recurring(): void {
  test('each feeding that is done, through v3 or v4, makes the next one, once', async () => {
    const { team, ledger, tasks, project } = month
    await team.Ivo.put(`/tasks/${tasks.Feed.id}/recurrence`, { scheduleType: 'Weekly', occurrenceLimit: 3 })
    let feed = tasks.Feed
    for (const monday of [9, 16]) {
      await team.Ivo.inTurn('put', `/tasks/${feed.id}`, { status: 'Completed' })
      await team.Ivo.inTurn('put', `/tasks/${feed.id}`, { status: 'Completed' })
      ledger.note(feed, team.Ivo, ['TaskStatusChanged', { oldStatus: 'Active', status: 'Completed' }])
      const all = await sameOnBoth(team.Ivo, `/folders/${project.id}/tasks`, { title: 'Feed', fields: ['recurrent'] })
      const open = all.filter(({ status }: Data) => status === 'Active')
      expect(open).toMatchObject([
        { recurrent: true, dates: { start: `${day(monday)}T09:00:00`, due: `${day(monday)}T17:00:00` } },
      ])
      feed = isInProject(open[0])
      tasks[`Feed ${monday}`] = feed
      ledger.note(feed, team.Ivo, 'TaskCreated')
      expect((await sameOnBoth(team.Ivo, `/tasks/${feed.id}`))[0].responsibleIds).toEqual([team.Ivo.id])
    }
    await team.Ivo.inTurn('put', `/tasks/${feed.id}`, { status: 'Completed' })
    ledger.note(feed, team.Ivo, ['TaskStatusChanged', { status: 'Completed' }])
    const [series] = await team.Ivo.get(`/tasks/${feed.id}/recurrence`)
    expect(series).toMatchObject({ state: 'Finished', occurrence: 3 })
    expect(series.taskIds).toHaveLength(3)
  })
}
