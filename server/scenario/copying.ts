import { expect, test } from 'vitest'
import { ended } from '#testing/background.ts'
import type { Data } from '#testing/client.ts'
import { month } from './month.ts'
import { sameOnBoth } from './same-on-both.ts'

/** Next year's pond is this one, moved to May. */
export function copying(): void {
  test('the project is copied in the background and begins in May', async () => {
    const { team, ledger, project, space, tasks } = month
    const asked = { parent: space.id, title: 'Second pond', rescheduleDate: '2026-05-04', copyStatuses: false }
    const job = await team.Ben.post(`/copy_folder_async/${project.id}`, asked)
    const { status, errorMessage, result } = await ended(team.Ben.v4, job)
    expect({ status, errorMessage }).toEqual({ status: 'Completed', errorMessage: undefined })
    ;[month.next] = await sameOnBoth(team.Gus, `/folders/${result.folderId}`)
    const all = { subTasks: true, descendants: true }
    const own = await sameOnBoth(team.Gus, `/folders/${project.id}/tasks`, all)
    const copies = await sameOnBoth(team.Gus, `/folders/${month.next.id}/tasks`, all)
    expect(titles(copies)).toEqual(titles(own))
    expect(copies.every(({ status }) => status === 'Active')).toBe(true)
    const starts = copies.map(({ dates }) => dates.start ?? '9').sort()
    expect(starts[0]).toBe('2026-05-04T09:00:00')
    const dig = copies.find(({ title }) => title === 'Dig deep') as Data
    expect(dig.dates.duration).toBe(4 * 480)
    expect(await sameOnBoth(team.Gus, `/tasks/${dig.id}/dependencies`)).toHaveLength(2)
    const [original] = await team.Gus.get(`/tasks/${tasks.Dig.id}`)
    const [copy] = await team.Gus.get(`/tasks/${dig.id}`)
    expect(copy.customFields).toEqual(original.customFields)
    expect(await sameOnBoth(team.Gus, `/tasks/${dig.id}/comments`)).toEqual([])
    ledger.note(month.next, team.Ben, 'FolderCreated')
    for (const task of copies) ledger.note(task, team.Ben, 'TaskCreated')
  })
}

const titles = (tasks: Data[]) => tasks.map(({ title }) => title).sort()
