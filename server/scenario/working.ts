import { expect, test } from 'vitest'
import type { Data, Parameters } from '#testing/client.ts'
import { month } from './month.ts'
import { isInProject } from './planning.ts'
import { sameOnBoth } from './same-on-both.ts'
import type { Name } from './team.ts'

/** Somebody changes a task, in turn through v3 and v4, and both show it. */
async function change(who: Name, title: string, sent: Parameters): Promise<Data> {
  const { team, tasks } = month
  await team[who].inTurn('put', `/tasks/${tasks[title].id}`, sent)
  return (await sameOnBoth(team[who], `/tasks/${tasks[title].id}`))[0]
}
const status = (name: string) => month.statuses.find((one) => one.name === name)

/** The second week: statuses, fields, comments; the listeners have a bad day. */
export function working(): void {
  test('tasks begin, wait and end', async () => {
    const { team, ledger, tasks } = month
    const standard = month.statuses.find(({ group }) => group === 'Active')
    const [waiting, completed] = [status('Waiting for rain'), status('Completed')]
    const survey = await change('Cleo', 'Survey', { customStatus: waiting.id })
    expect(survey).toMatchObject({ status: 'Active', customStatusId: waiting.id })
    expect((await change('Cleo', 'Survey', { status: 'Completed' })).completedDate).toBeDefined()
    const [was, is, end] = [standard.id, waiting.id, completed.id]
    ledger.note(
      tasks.Survey,
      team.Cleo,
      ['TaskStatusChanged', { oldCustomStatusId: was, customStatusId: is, oldStatus: 'Active', status: 'Active' }],
      ['TaskStatusChanged', { oldCustomStatusId: is, customStatusId: end, oldStatus: 'Active', status: 'Completed' }],
    )
    const done = await sameOnBoth(team.Ben, `/folders/${month.project.id}/tasks`, { status: ['Completed'] })
    expect(done.map(({ title }) => title)).toEqual(['Survey'])
  })

  test('a change while a listener is down and another overloaded is told later', async () => {
    const { team, ledger, tasks, listeners, fields } = month
    await listeners.account.down()
    listeners.project.mood = 'overloaded'
    await change('Dina', 'Dig', { title: 'Dig deep' })
    ledger.note(tasks.Dig, team.Dina, ['TaskTitleChanged', { oldValue: 'Dig', title: 'Dig deep' }])
    await change('Dina', 'Dig', { customFields: [{ id: fields.depth.id, value: '2.5' }] })
    await change('Dina', 'Dig', { customFields: [{ id: fields.depth.id, value: '3' }] })
    const customFieldId = fields.depth.id
    ledger.note(
      tasks.Dig,
      team.Dina,
      ['TaskCustomFieldChanged', { customFieldId, value: '"2.5"' }],
      ['TaskCustomFieldChanged', { customFieldId, oldValue: '"2.5"', value: '"3"' }],
    )
    await change('Ben', 'Design', { importance: 'Low' })
    ledger.note(tasks.Design, team.Ben, ['TaskImportanceChanged', { oldValue: 'High', importance: 'Low' }])
    await expect.poll(() => listeners.project.turnedAway).toBeGreaterThan(0)
    listeners.project.mood = 'well'
    await listeners.account.up()
  })

  test('comments keep their form and lose what is hostile', async () => {
    const { team, ledger, tasks } = month
    const said = async (who: Name, title: string, text: string, html: string, plain: string) => {
      const comment = await team[who].inTurn('post', `/tasks/${tasks[title].id}/comments`, { text })
      expect((await sameOnBoth(team.Gus, `/comments/${comment.id}`))[0].text).toBe(html)
      ledger.note(tasks[title], team[who], ['CommentAdded', { commentId: comment.id, comment: { text: plain, html } }])
    }
    const hostile = '<b>Deep</b> enough?<script>alert(1)</script><img src=x onerror="alert(1)">'
    await said('Emil', 'Dig', hostile, '<b>Deep</b> enough?', 'Deep enough?')
    await said('Dina', 'Dig', '<i>No</i> &amp; yes', '<i>No</i> &amp; yes', 'No & yes')
    expect(await sameOnBoth(team.Ben, `/tasks/${tasks.Dig.id}/comments`)).toHaveLength(2)
    const note = { text: 'We are <u>late</u>' }
    const { id } = await team.Ben.inTurn('post', `/folders/${month.project.id}/comments`, note)
    ledger.note(month.project, team.Ben, ['FolderCommentAdded', { commentId: id }])
    await sameOnBoth(team.Hana, `/folders/${month.project.id}/comments`)
  })

  test('people come and go', async () => {
    const { team, ledger, tasks } = month
    const responsibles = { addResponsibles: [team.Fay.id, team.Jana.id], removeResponsibles: [team.Emil.id] }
    const line = await change('Emil', 'Line', responsibles)
    expect(line.responsibleIds.sort()).toEqual([team.Fay.id, team.Jana.id].sort())
    const added = ['TaskResponsiblesAdded', { addedResponsibles: responsibles.addResponsibles }] as const
    const removed = ['TaskResponsiblesRemoved', { removedResponsibles: responsibles.removeResponsibles }] as const
    ledger.note(tasks.Line, team.Emil, added, removed)
    const design = await change('Cleo', 'Design', { description: '<h2>Plan</h2><p onclick="x()">Round</p>' })
    expect(design.description).toBe('<h2>Plan</h2><p>Round</p>')
    ledger.note(tasks.Design, team.Cleo, 'TaskDescriptionChanged')
  })

  test('what was a mistake is deleted, and what concerns others lies with them too', async () => {
    const { team, ledger, tasks, project, space } = month
    const folder = await team.Ben.inTurn('post', `/folders/${space.id}/folders`, { title: 'Neighbours' })
    ledger.note(folder, team.Ben, 'FolderCreated')
    await change('Anna', 'Plant', { addParents: [folder.id] })
    ledger.note(tasks.Plant, team.Anna, ['TaskParentsAdded', { addedParents: [folder.id] }])
    expect(await sameOnBoth(team.Gus, `/folders/${folder.id}/tasks`)).toHaveLength(1)
    const sent = { title: 'Drain' }
    const mistake = isInProject(await team.Ivo.inTurn('post', `/folders/${project.id}/tasks`, sent))
    await team.Kim.inTurn('delete', `/tasks/${mistake.id}`)
    ledger.note(mistake, team.Ivo, 'TaskCreated')
    ledger.note(mistake, team.Kim, 'TaskDeleted')
    tasks.Drain = mistake
    await sameOnBoth(team.Ivo, `/tasks/${mistake.id}`)
  })
}
