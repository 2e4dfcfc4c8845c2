import { expect, test } from 'vitest'
import { month } from './month.ts'
import { sameOnBoth } from './same-on-both.ts'

const titles = async (): Promise<string[]> =>
  (await sameOnBoth(month.team.Lena, '/tasks', { subTasks: true })).map(({ title }) => title)
/** How many tasks lists are said to have. A count may be half a minute old, so each of these has a title of its own to ask for. */
const counted = async (title: string): Promise<(number | undefined)[]> => {
  const { v3, v4 } = month.team.Lena
  const answers = await Promise.all(
    [v3, v4].map((client) => client.get('/tasks', { subTasks: true, pageSize: 1, title })),
  )
  return answers.map(({ body }) => body.responseSize)
}
const isHidden = /^(403 access_forbidden|404 resource_not_found)$/

/** Lena from the garden centre is to see the planting, and nothing else. Call it when all listeners are up to date. */
export function guest(): void {
  test('before anything is shared with her there is nothing', async () => {
    const { team, ledger, listeners } = month
    expect(await titles()).toEqual([])
    expect(await counted('Dig')).toEqual([0, 0])
    const { url, secret } = listeners.guest
    await team.Lena.post('/webhooks', { hookUrl: url, secret })
    ledger.listen('guest', listeners.guest, (id) => month.guestsOwn.has(id))
  })

  test('the task that is shared with her is all she sees, in lists and counts', async () => {
    const { team, ledger, tasks } = month
    month.guestsOwn.add(tasks.Plant.id)
    await team.Kim.inTurn('put', `/tasks/${tasks.Plant.id}`, { addShareds: [team.Lena.id] })
    ledger.note(tasks.Plant, team.Kim, ['TaskSharedsAdded', { addedShareds: [team.Lena.id] }])
    expect(await titles()).toEqual(['Plant'])
    for (const [title, count] of [
      ['Plant', 1],
      ['i', 0],
      ['a', 1],
    ] as const)
      expect(await counted(title), title).toEqual([count, count])
    const root = (await team.Lena.get('/account'))[0].rootFolderId
    expect(await sameOnBoth(team.Lena, `/tasks/${tasks.Plant.id}`)).toMatchObject([{ parentIds: [root] }])
    for (const path of ['/comments', '/timelogs']) expect(await sameOnBoth(team.Lena, path), path).toEqual([])
    const { v3, v4 } = team.Lena
    for (const client of [v3, v4]) {
      const { body } = await client.get(client === v3 ? `/accounts/${team.Lena.account}/folders` : '/folders')
      expect(JSON.stringify(body)).not.toMatch(/Garden works|Pond|Neighbours|Terrace/)
    }
    expect((await team.Lena.get('/spaces')).filter(({ accessType }) => accessType !== 'Personal')).toEqual([])
    for (const path of ['/approvals', '/timesheets', '/folder_blueprints'])
      expect(await team.Lena.get(path), path).toEqual([])
  })

  test('nothing else is hers by id, nor the work of admins', async () => {
    const { team, tasks, project, space, files } = month
    const [comment] = await team.Dina.get(`/tasks/${tasks.Dig.id}/comments`)
    const [link] = await team.Dina.get(`/tasks/${tasks.Dig.id}/dependencies`)
    const hidden = [
      `/tasks/${tasks.Dig.id}`,
      `/tasks/${tasks.Plant.id},${tasks.Dig.id}`,
      `/tasks/${tasks.Dig.id}/comments`,
      `/folders/${project.id}`,
      `/folders/${project.id}/tasks`,
      `/folders/${space.id}/folders`,
      `/comments/${comment?.id}`,
      `/dependencies/${link?.id}`,
      ...files.map(({ id }) => `/attachments/${id}`),
    ]
    for (const path of hidden)
      for (const answer of await team.Lena.refused('get', path)) expect(answer, path).toMatch(isHidden)
    for (const { id } of files)
      expect((await team.Lena.v4.raw(`/attachments/${id}/download`)).status).toBeGreaterThanOrEqual(403)
    for (const answer of await team.Lena.refused('put', `/tasks/${tasks.Dig.id}`, { title: 'Mine' }))
      expect(answer).toMatch(isHidden)
    for (const path of ['/audit_log', '/data_export']) expect((await team.Lena.v4.get(path)).status, path).toBe(403)
    expect(
      (await team.Lena.v4.post(`/folders/${project.id}/webhooks`, { hookUrl: 'https://example.org' })).status,
    ).toBe(403)
  })

  test('she answers there, and hears of no other task', async () => {
    const { team, ledger, tasks, listeners } = month
    const text = 'Lilies are <b>out</b>'
    const { id } = await team.Lena.inTurn('post', `/tasks/${tasks.Plant.id}/comments`, { text })
    ledger.note(tasks.Plant, team.Lena, ['CommentAdded', { commentId: id }])
    const elsewhere = await team.Gus.inTurn('post', `/tasks/${tasks.Fill.id}/comments`, { text: 'A secret' })
    ledger.note(tasks.Fill, team.Gus, ['CommentAdded', { commentId: elsewhere.id }])
    expect((await sameOnBoth(team.Lena, '/comments')).map((one) => one.id)).toEqual([id])
    expect(await sameOnBoth(team.Gus, `/tasks/${tasks.Plant.id}/comments`)).toHaveLength(1)
    await expect.poll(() => listeners.guest.events.length, { timeout: 20_000 }).toBe(ledger.count('guest'))
  })

  test('when it is taken back, she sees and hears nothing any more', async () => {
    const { team, ledger, tasks } = month
    month.guestsOwn.clear()
    await team.Kim.inTurn('put', `/tasks/${tasks.Plant.id}`, { removeShareds: [team.Lena.id] })
    ledger.note(tasks.Plant, team.Kim, ['TaskSharedsRemoved', { removedShareds: [team.Lena.id] }])
    await team.Gus.inTurn('put', `/tasks/${tasks.Plant.id}`, { importance: 'High' })
    ledger.note(tasks.Plant, team.Gus, ['TaskImportanceChanged', { importance: 'High' }])
    expect(await titles()).toEqual([])
    for (const answer of await team.Lena.refused('get', `/tasks/${tasks.Plant.id}`)) expect(answer).toMatch(isHidden)
  })
}
