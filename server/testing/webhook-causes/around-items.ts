import type { WebhookEventType } from '#resources/webhooks/event-types.ts'
import type { Data } from '../client.ts'
import type { WebhookWorld } from '../webhook-world.ts'
import { type Cause, cause, row } from './cause.ts'

/** Something that hangs on a task or a folder: where, the member that says so, and how its events begin. */
interface Place {
  at: 'tasks' | 'folders'
  key: 'taskId' | 'folderId'
  make: (world: WebhookWorld) => Promise<Data>
  named: (what: string) => WebhookEventType
}
const places: readonly Place[] = [
  { at: 'tasks', key: 'taskId', make: (world) => world.task(), named: (what) => what as WebhookEventType },
  {
    at: 'folders',
    key: 'folderId',
    make: (world) => world.folder(),
    named: (what) => `Folder${what}` as WebhookEventType,
  },
]
const upload = (world: WebhookWorld, path: string, method: 'POST' | 'PUT' = 'POST') =>
  row(world.anna.upload(path, 'plan.txt', method, { method }))

const comments = ({ at, key, make, named }: Place): Cause[] => [
  cause(named('CommentAdded'), 'somebody comments', async (world) => {
    const item = await make(world)
    return async () => {
      const { id } = await row(world.anna.post(`/${at}/${item.id}/comments`, { text: '<b>Deep</b> &amp; wet' }))
      return { [key]: item.id, commentId: id, comment: { text: 'Deep & wet', html: '<b>Deep</b> &amp; wet' } }
    }
  }),
  cause(named('CommentDeleted'), 'the comment goes', async (world) => {
    const item = await make(world)
    const { id } = await row(world.anna.post(`/${at}/${item.id}/comments`, { text: 'Deep' }))
    return async () => {
      await world.anna.delete(`/comments/${id}`)
      return { [key]: item.id, commentId: id }
    }
  }),
]

const attachments = ({ at, key, make, named }: Place): Cause[] => [
  cause(named('AttachmentAdded'), 'a file is added', async (world) => {
    const item = await make(world)
    return async () => ({
      [key]: item.id,
      attachmentId: (await upload(world, `/${at}/${item.id}/attachments`)).id,
    })
  }),
  cause(named('AttachmentDeleted'), 'the file goes', async (world) => {
    const item = await make(world)
    const { id } = await upload(world, `/${at}/${item.id}/attachments`)
    return async () => {
      await world.anna.delete(`/attachments/${id}`)
      return { [key]: item.id, attachmentId: id }
    }
  }),
]

const approvals = ({ at, key, make }: Place): Cause[] => {
  const named = (what: string) => `${at === 'tasks' ? 'Task' : 'Folder'}Approval${what}` as WebhookEventType
  const ask = (world: WebhookWorld, item: Data, more: object = {}) =>
    row(world.anna.post(`/${at}/${item.id}/approvals`, { approvers: [world.anna.id, world.ben.id], ...more }))
  return [
    cause(named('StatusChanged'), 'people are asked', async (world) => {
      const item = await make(world)
      return async () => ({ [key]: item.id, approvalId: (await ask(world, item)).id, status: 'Pending' })
    }),
    cause(named('StatusChanged'), 'it is finished', async (world) => {
      const item = await make(world)
      const { id } = await ask(world, item)
      return async () => {
        await row(world.anna.put(`/approvals/${id}/finish`, { status: 'Approved' }))
        return { [key]: item.id, approvalId: id, status: 'Approved' }
      }
    }),
    cause(named('DecisionChanged'), 'an approver decides', async (world) => {
      const item = await make(world)
      const { id } = await ask(world, item)
      return async () => {
        await row(world.anna.put(`/approvals/${id}/decision`, { status: 'Approved' }))
        return { [key]: item.id, approvalId: id, approverId: world.anna.id, decision: 'Approved' }
      }
    }),
    cause(named('DecisionReset'), 'a new version of the file comes', async (world) => {
      const item = await make(world)
      const file = await upload(world, `/${at}/${item.id}/attachments`)
      const { id } = await ask(world, item, { attachments: [file.id] })
      await row(world.anna.put(`/approvals/${id}/decision`, { status: 'Approved' }))
      return async () => {
        await upload(world, `/attachments/${file.id}`, 'PUT')
        return { [key]: item.id, approvalId: id, approverIds: [world.anna.id] }
      }
    }),
  ]
}

const tracked = { hours: 1.5, trackedDate: '2026-03-02', comment: 'Dug' }
const timelogs: readonly Cause[] = [
  cause('TimelogChanged', 'time is logged', async (world) => {
    const task = await world.task()
    return async () => {
      const { id } = await row(world.anna.post(`/tasks/${task.id}/timelogs`, tracked))
      return { taskId: task.id, timeTrackerId: id, type: 'Added', hours: '1.5' }
    }
  }),
  cause('TimelogChanged', 'the record is changed', async (world) => {
    const task = await world.task()
    const { id } = await row(world.anna.post(`/tasks/${task.id}/timelogs`, tracked))
    return async () => {
      await row(world.anna.put(`/timelogs/${id}`, { hours: 2 }))
      return { taskId: task.id, timeTrackerId: id, type: 'Updated', hours: '2' }
    }
  }),
  cause('TimelogChanged', 'the record goes', async (world) => {
    const task = await world.task()
    const { id } = await row(world.anna.post(`/tasks/${task.id}/timelogs`, tracked))
    return async () => {
      await world.anna.delete(`/timelogs/${id}`)
      return { taskId: task.id, timeTrackerId: id, type: 'Deleted', hours: '1.5' }
    }
  }),
]

/** How each event of what hangs on a task or a folder comes about. */
export const aroundItems: readonly Cause[] = [
  ...places.flatMap((place) => [...comments(place), ...attachments(place), ...approvals(place)]),
  ...timelogs,
]
