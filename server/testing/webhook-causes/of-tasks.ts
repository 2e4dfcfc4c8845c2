import type { Data } from '../client.ts'
import { type Cause, cause, type Members, row } from './cause.ts'

type Step = (members: Members) => Members

/** A task is made and changed; the event has its id and what `told` says. */
const change = (
  eventType: Cause['eventType'],
  when: string,
  { from = {}, to, told }: { from?: Members; to: Members; told: Members | Step },
): Cause =>
  cause(eventType, when, async (world) => {
    const before = await world.task(from)
    return async () => {
      const after = await row(world.anna.put(`/tasks/${before.id}`, to))
      return { taskId: before.id, ...(typeof told === 'function' ? told({ before, after }) : told) }
    }
  })

/** The same with people or folders that come or go: `to` and `told` name them. */
const links = (
  eventType: Cause['eventType'],
  { parameter, member, who, at }: { parameter: string; member: string; who: 'ben' | 'other'; at?: string },
): Cause =>
  cause(eventType, `${parameter} names one`, async (world) => {
    const id = who === 'ben' ? world.ben.id : (await world.folder({ title: 'Other' })).id
    const task = await world.task(at ? { [at]: [id] } : {})
    return async () => {
      await row(world.anna.put(`/tasks/${task.id}`, { [parameter]: [id] }))
      return { taskId: task.id, [member]: [id] }
    }
  })

const planned = { start: '2026-03-02', due: '2026-03-03' }

/** How each event of a task comes about. */
export const ofTasks: readonly Cause[] = [
  cause('TaskCreated', 'a task is made', async (world) => async () => ({ taskId: (await world.task()).id })),
  cause('TaskDeleted', 'it goes to the bin', async (world) => {
    const task = await world.task()
    return async () => {
      await row(world.anna.delete(`/tasks/${task.id}`))
      return { taskId: task.id }
    }
  }),
  change('TaskTitleChanged', 'it is renamed', {
    from: { title: 'Reed' },
    to: { title: 'Rush' },
    told: { oldValue: 'Reed', title: 'Rush' },
  }),
  change('TaskImportanceChanged', 'it becomes urgent', {
    to: { importance: 'High' },
    told: { oldValue: 'Normal', importance: 'High' },
  }),
  change('TaskStatusChanged', 'it is completed', {
    to: { status: 'Completed' },
    told: ({ before, after }) => ({
      oldStatus: 'Active',
      status: 'Completed',
      oldCustomStatusId: (before as Members).customStatusId,
      customStatusId: (after as Members).customStatusId,
    }),
  }),
  cause('TaskStatusChanged', 'only its custom status moves', async (world) => {
    const { id, customStatuses } = await row(world.anna.post('/workflows', { name: 'Slow' }))
    const active = { name: 'Looked at', group: 'Active', color: 'Blue' }
    const changed = await row(world.anna.put(`/workflows/${id}`, { customStatus: active }))
    const from = customStatuses.find((one: Data) => one.group === 'Active').id
    const to = changed.customStatuses.find((one: Data) => one.name === 'Looked at').id
    const task = await world.task({ customStatus: from })
    return async () => {
      await row(world.anna.put(`/tasks/${task.id}`, { customStatus: to }))
      return { taskId: task.id, oldStatus: 'Active', status: 'Active', oldCustomStatusId: from, customStatusId: to }
    }
  }),
  change('TaskDatesChanged', 'it gets dates', {
    to: { dates: planned },
    told: {
      oldValue: { type: 'Backlog' },
      dates: { type: 'Planned', startDate: '2026-03-02T09:00:00', dueDate: '2026-03-03T17:00:00', duration: 960 },
    },
  }),
  change('TaskDatesChanged', 'only the weekend flag moves', {
    from: { dates: planned },
    to: { dates: { ...planned, workOnWeekends: true } },
    told: {
      oldValue: { type: 'Planned', startDate: '2026-03-02T09:00:00', dueDate: '2026-03-03T17:00:00', duration: 960 },
      dates: {
        type: 'Planned',
        startDate: '2026-03-02T09:00:00',
        dueDate: '2026-03-03T17:00:00',
        duration: 960,
        workOnWeekends: true,
      },
    },
  }),
  change('TaskDescriptionChanged', 'it is described', { to: { description: 'Deep' }, told: {} }),
  links('TaskParentsAdded', { parameter: 'addParents', member: 'addedParents', who: 'other' }),
  links('TaskParentsRemoved', { parameter: 'removeParents', member: 'removedParents', who: 'other', at: 'parents' }),
  links('TaskResponsiblesAdded', { parameter: 'addResponsibles', member: 'addedResponsibles', who: 'ben' }),
  links('TaskResponsiblesRemoved', {
    parameter: 'removeResponsibles',
    member: 'removedResponsibles',
    who: 'ben',
    at: 'responsibles',
  }),
  links('TaskSharedsAdded', { parameter: 'addShareds', member: 'addedShareds', who: 'ben' }),
  links('TaskSharedsRemoved', { parameter: 'removeShareds', member: 'removedShareds', who: 'ben', at: 'shareds' }),
  cause('TaskCustomFieldChanged', 'a text gets another value', async (world) => {
    const field = await row(world.anna.post('/customfields', { title: 'Depth', type: 'Text' }))
    const task = await world.task({ customFields: [{ id: field.id, value: 'low' }] })
    return async () => {
      await row(world.anna.put(`/tasks/${task.id}`, { customFields: [{ id: field.id, value: 'high' }] }))
      return { taskId: task.id, customFieldId: field.id, oldValue: '"low"', value: '"high"' }
    }
  }),
  cause('WorkItemTypeChanged', 'a task becomes one of a type', async (world) => {
    const type = await row(world.anna.post('/custom_item_types', { title: 'Bug', relatedType: 'Task' }))
    const task = await world.task()
    return async () => {
      await row(world.anna.put(`/tasks/${task.id}`, { convertToCustomItemType: type.id }))
      return { workItemId: task.id, newWorkItemTypeId: type.id, newWorkItemTypeTitle: 'Bug' }
    }
  }),
]
