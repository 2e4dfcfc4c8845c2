import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { done, type Member } from './member.ts'
import { month } from './month.ts'
import { sameOnBoth } from './same-on-both.ts'

/** Bytes that no text has, always the same. */
const bytes = (size: number, seed: string): Buffer =>
  Buffer.concat(
    Array.from({ length: Math.ceil(size / 64) }, (_, at) => createHash('sha512').update(`${seed} ${at}`).digest()),
  ).subarray(0, size)
const photo = bytes(300_001, 'photo')
const better = bytes(123_457, 'better photo')

async function downloaded(who: Member, id: string): Promise<Buffer[]> {
  const responses = await Promise.all([who.v3, who.v4].map((client) => client.raw(`/attachments/${id}/download`)))
  expect(responses.map(({ status }) => status)).toEqual([200, 200])
  return Promise.all(responses.map(async (response) => Buffer.from(await response.arrayBuffer())))
}

/** The third week: files and their versions; the listeners are slow. */
export function files(): void {
  test('a file comes back as it was sent, to another person, through both versions', async () => {
    const { team, ledger, tasks, listeners } = month
    listeners.account.mood = 'slow'
    listeners.project.mood = 'slow'
    const file = done(await team.Emil.v3.upload(`/tasks/${tasks.Line.id}/attachments`, 'Café pond.jpg', photo))
    ledger.note(tasks.Line, team.Emil, ['AttachmentAdded', { attachmentId: file.id }])
    month.files.push(file)
    const [shown] = await sameOnBoth(team.Fay, `/attachments/${file.id}`)
    expect(shown).toMatchObject({ name: 'Café pond.jpg', size: photo.length, version: 1, authorId: team.Emil.id })
    for (const content of await downloaded(team.Fay, file.id)) expect(content.equals(photo)).toBe(true)
  })

  test('a new version leaves the old one as it is', async () => {
    const { team, ledger, tasks, files } = month
    const [first] = files
    const put = { method: 'PUT' }
    const second = done(await team.Fay.v4.upload(`/attachments/${first.id}`, 'Pond 2.jpg', better, put))
    files.push(second)
    ledger.note(tasks.Line, team.Fay, ['AttachmentAdded', { attachmentId: second.id }])
    const versions = await sameOnBoth(team.Jana, `/tasks/${tasks.Line.id}/attachments`, { versions: true })
    expect(
      versions.map(({ id, version, size }) => ({ id, version, size })).sort((a, b) => a.version - b.version),
    ).toEqual([
      { id: first.id, version: 1, size: photo.length },
      { id: second.id, version: 2, size: better.length },
    ])
    for (const content of await downloaded(team.Jana, first.id)) expect(content.equals(photo)).toBe(true)
    for (const content of await downloaded(team.Jana, second.id)) expect(content.equals(better)).toBe(true)
  })

  test('a drawing of the project, one for nothing', async () => {
    const { team, ledger, project, files } = month
    const drawing = done(await team.Cleo.v3.upload(`/folders/${project.id}/attachments`, 'plan.svg', '<svg/>'))
    files.push(drawing)
    const wrong = done(await team.Cleo.v4.upload(`/folders/${project.id}/attachments`, 'wrong.txt', 'x'))
    await team.Cleo.inTurn('delete', `/attachments/${wrong.id}`)
    ledger.note(
      project,
      team.Cleo,
      ['FolderAttachmentAdded', { attachmentId: drawing.id }],
      ['FolderAttachmentAdded', { attachmentId: wrong.id }],
      ['FolderAttachmentDeleted', { attachmentId: wrong.id }],
    )
    expect(await sameOnBoth(team.Ivo, `/folders/${project.id}/attachments`)).toHaveLength(1)
    expect(await team.Ivo.refused('get', `/attachments/${wrong.id}`)).toEqual(Array(2).fill('404 resource_not_found'))
  })
}
