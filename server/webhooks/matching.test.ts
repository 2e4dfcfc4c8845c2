import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { waitFor } from '#testing/receiver.ts'
import { startWebhookWorld, type WebhookWorld } from '#testing/webhook-world.ts'

let world: WebhookWorld
beforeAll(async () => {
  world = await startWebhookWorld()
})
afterAll(() => world.close())

/** Waits until all events there are were looked at and sent. */
async function settled(): Promise<void> {
  await waitFor(
    async () => {
      const { rows } = await world.store.pool.query(
        `select not exists (select from event where sequence is null)
           and not exists (select from webhook_cursor c join event_sequence s using (account_id) where s.last_sequence > c.last_sequence)
           and not exists (select from webhook_delivery where state = 'waiting') as done`,
      )
      return rows[0].done
    },
    20_000,
    () => 'events wait',
  )
}
const told = (receiver: { events: { eventType: string; taskId?: string; folderId?: string }[] }) =>
  receiver.events.map(({ eventType, taskId, folderId }) => `${eventType} ${taskId ?? folderId}`)

describe('a webhook hears', () => {
  test('only of what its owner sees at that moment', async () => {
    const events = ['TaskCreated', 'TaskTitleChanged']
    const dans = await world.hook({ of: world.dan, events })
    const cleos = await world.hook({ of: world.cleo, events })
    const task = await world.task()
    await settled()
    await world.anna.put(`/tasks/${task.id}`, { addShareds: [world.dan.id] })
    await world.anna.put(`/tasks/${task.id}`, { title: 'Seen by Dan' })
    await settled()
    await world.anna.put(`/tasks/${task.id}`, { removeShareds: [world.dan.id] })
    await world.anna.put(`/tasks/${task.id}`, { title: 'Seen no more' })
    await settled()
    expect(told(dans)).toEqual([`TaskTitleChanged ${task.id}`])
    expect(told(cleos)).toEqual([
      `TaskCreated ${task.id}`,
      `TaskTitleChanged ${task.id}`,
      `TaskTitleChanged ${task.id}`,
    ])
  })

  test('of its folder and what is directly in it, or of all below', async () => {
    const inner = await world.folder({ in: world.pond, title: 'Inner' })
    const other = await world.folder()
    const events = ['TaskCreated', 'FolderTitleChanged', 'FolderCreated']
    const flat = await world.hook({ on: `/folders/${world.pond.id}`, events })
    const deep = await world.hook({ on: `/folders/${world.pond.id}`, events, recursive: true })
    const space = await world.hook({ on: `/spaces/${world.garden.id}`, events })
    const elsewhere = await world.hook({ on: `/folders/${other.id}`, events, recursive: true })
    const near = await world.task({ in: world.pond })
    const far = await world.task({ in: inner })
    const sub = await world.task({ in: inner, superTasks: [near.id] })
    const deepest = await world.folder({ in: inner, title: 'Deepest' })
    await world.anna.put(`/folders/${world.pond.id}`, { title: 'Pond again' })
    await settled()
    expect(told(flat)).toEqual([`TaskCreated ${near.id}`, `FolderTitleChanged ${world.pond.id}`])
    const all = [
      `TaskCreated ${near.id}`,
      `TaskCreated ${far.id}`,
      `TaskCreated ${sub.id}`,
      `FolderCreated ${deepest.id}`,
      `FolderTitleChanged ${world.pond.id}`,
    ]
    expect(told(deep)).toEqual(all)
    expect(told(space)).toEqual(all)
    expect(told(elsewhere)).toEqual([])
  })

  test('of what leaves its folder, without the names of folders its owner does not see', async () => {
    const secret = (await world.anna.post('/spaces', { accessType: 'Private', title: 'Secret' })).body.data[0]
    const task = await world.task({ in: world.pond })
    const hook = await world.hook({
      of: world.ben,
      on: `/folders/${world.pond.id}`,
      events: ['TaskParentsAdded', 'TaskParentsRemoved', 'TaskTitleChanged'],
    })
    const other = await world.folder()
    await world.anna.put(`/tasks/${task.id}`, { addParents: [secret.id] })
    await world.anna.put(`/tasks/${task.id}`, { addParents: [other.id], removeParents: [world.pond.id] })
    await world.anna.put(`/tasks/${task.id}`, { title: 'Gone' })
    await settled()
    expect(
      hook.events.map(({ eventType, addedParents, removedParents }) => [eventType, addedParents ?? removedParents]),
    ).toEqual([['TaskParentsRemoved', [world.pond.id]]])
  })

  test('of a deleted task, then nothing', async () => {
    const task = await world.task()
    const hook = await world.hook({ on: `/folders/${world.pond.id}` })
    await world.anna.delete(`/tasks/${task.id}`)
    await settled()
    expect(told(hook)).toEqual([`TaskDeleted ${task.id}`])
  })

  test('nothing from before it was made, nor while it was suspended', async () => {
    await world.task()
    const hook = await world.hook({ events: ['TaskCreated'] })
    await world.anna.put(`/webhooks/${hook.id}`, { status: 'Suspended' })
    await world.task()
    await settled()
    await world.anna.put(`/webhooks/${hook.id}`, { status: 'Active' })
    const heard = await world.task()
    await settled()
    expect(told(hook)).toEqual([`TaskCreated ${heard.id}`])
  })

  test('of tasks that a series makes, of others, or of both', async () => {
    const hookFor = (filter: object) => world.hook({ parameterisedEvents: [{ eventType: 'TaskCreated', filter }] })
    const task = await world.task({ title: 'Water', dates: { start: '2026-03-04', due: '2026-03-05' } })
    const [recurrent, others, both] = [
      await hookFor({ recurrent: true }),
      await hookFor({ recurrent: false }),
      await hookFor({}),
    ]
    await world.anna.put(`/tasks/${task.id}/recurrence`, { scheduleType: 'Daily' })
    await world.anna.put(`/tasks/${task.id}`, { status: 'Completed' })
    const { taskIds } = (await world.anna.get(`/tasks/${task.id}/recurrence`)).body.data[0]
    const made = taskIds.find((id: string) => id !== task.id)
    const plain = await world.task()
    await settled()
    expect(told(recurrent)).toEqual([`TaskCreated ${made}`])
    expect(told(others)).toEqual([`TaskCreated ${plain.id}`])
    expect(told(both)).toEqual([`TaskCreated ${made}`, `TaskCreated ${plain.id}`])
  })

  test('of descriptions once, after a while', async () => {
    const task = await world.task()
    const hook = await world.hook({ events: ['TaskDescriptionChanged'] })
    for (const description of ['one', 'two', 'three']) await world.anna.put(`/tasks/${task.id}`, { description })
    await settled()
    expect(hook.events).toEqual([])
    await hook.has(1, 8000)
    await settled()
    expect(told(hook)).toEqual([`TaskDescriptionChanged ${task.id}`])
  })

  test('with members of the item that it asked for, and of the custom fields it asked for', async () => {
    const [one, two] = await Promise.all(
      ['One', 'Two'].map(
        async (title) => (await world.anna.post('/customfields', { title, type: 'Text' })).body.data[0].id,
      ),
    )
    const task = await world.task({ title: 'Rich' })
    const hook = await world.hook({
      parameterisedEvents: [
        { eventType: 'TaskCustomFieldChanged', filter: { customFields: [one] }, fields: ['title', 'customFields'] },
        { eventType: 'TaskTitleChanged', fields: ['status', 'dates', 'title'] },
      ],
    })
    await world.anna.put(`/tasks/${task.id}`, {
      customFields: [
        { id: one, value: 'x' },
        { id: two, value: 'y' },
      ],
    })
    await world.anna.put(`/tasks/${task.id}`, { customFields: [{ id: one, value: null }] })
    // Members are those of the moment when the event is looked at.
    await settled()
    await world.anna.put(`/tasks/${task.id}`, { title: 'Richer' })
    await settled()
    expect(hook.events).toMatchObject([
      { eventType: 'TaskCustomFieldChanged', customFieldId: one, value: '"x"', title: 'Rich' },
      { eventType: 'TaskCustomFieldChanged', customFieldId: one, oldValue: '"x"' },
      {
        eventType: 'TaskTitleChanged',
        oldValue: 'Rich',
        title: 'Richer',
        status: 'Active',
        dates: { type: 'Backlog' },
      },
    ])
    expect(hook.events[1]).not.toHaveProperty('value')
  })

  test('of new tasks: those of a series, or the others, if it asks for them', async () => {
    const of = (recurrent: boolean) =>
      world.hook({
        events: ['TaskCreated'],
        parameterisedEvents: [{ eventType: 'TaskCreated', filter: { recurrent } }],
      })
    const [series, others] = [await of(true), await of(false)]
    const task = await world.task({ dates: { start: '2026-03-02', due: '2026-03-02' } })
    await world.anna.put(`/tasks/${task.id}/recurrence`, { scheduleType: 'Daily' })
    await world.anna.put(`/tasks/${task.id}`, { status: 'Completed' })
    const [, next] = (await world.anna.get(`/tasks/${task.id}/recurrence`)).body.data[0].taskIds
    await settled()
    expect(told(series)).toEqual([`TaskCreated ${next}`])
    expect(told(others)).toEqual([`TaskCreated ${task.id}`])
  })
})
