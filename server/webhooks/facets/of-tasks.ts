import { encodeId } from '#ids/encode.ts'
import { contacts, customFieldFacets, type Facet, facet, itemTypeFacet, type Said } from './facet.ts'

type Reader = (about: Said) => Facet[]

/** Event of a task → what webhooks report of it. */
export const ofTasks: Record<string, Reader> = {
  TaskCreated: (about) => [facet(about, 'task', 'TaskCreated', {}, { recurrent: about.after.recurrent === true })],
  TaskDeleted: (about) => [facet(about, 'task', 'TaskDeleted')],
  TaskTitleChanged: (about) => [
    facet(about, 'task', 'TaskTitleChanged', { oldValue: about.before.title, title: about.after.title }),
  ],
  TaskImportanceChanged: (about) => [
    facet(about, 'task', 'TaskImportanceChanged', {
      oldValue: about.before.importance,
      importance: about.after.importance,
    }),
  ],
  TaskStatusChanged: (about) => [
    facet(about, 'task', 'TaskStatusChanged', {
      oldStatus: about.before.status_group,
      status: about.after.status_group,
      oldCustomStatusId: status(about, about.before),
      customStatusId: status(about, about.after),
    }),
  ],
  TaskDatesChanged: (about) => [
    facet(about, 'task', 'TaskDatesChanged', { oldValue: dates(about.before), dates: dates(about.after) }),
  ],
  TaskDescriptionChanged: (about) => [facet(about, 'task', 'TaskDescriptionChanged')],
  TaskItemTypeChanged: (about) => [itemTypeFacet(about, 'task')],
  TaskParentsAdded: (about) => [
    facet(
      about,
      'task',
      'TaskParentsAdded',
      {},
      { folders: { member: 'addedParents', ids: about.after.added as number[] } },
    ),
  ],
  TaskParentsRemoved: (about) => {
    const removed = about.before.removed as number[]
    return [
      facet(
        about,
        'task',
        'TaskParentsRemoved',
        {},
        { left: removed, folders: { member: 'removedParents', ids: removed } },
      ),
    ]
  },
  TaskResponsiblesAdded: (about) => [
    facet(about, 'task', 'TaskResponsiblesAdded', { addedResponsibles: contacts(about.account, about.after.added) }),
  ],
  TaskResponsiblesRemoved: (about) => [
    facet(about, 'task', 'TaskResponsiblesRemoved', {
      removedResponsibles: contacts(about.account, about.before.removed),
    }),
  ],
  TaskSharedsAdded: (about) => [
    facet(about, 'task', 'TaskSharedsAdded', { addedShareds: contacts(about.account, about.after.added) }),
  ],
  TaskSharedsRemoved: (about) => [
    facet(about, 'task', 'TaskSharedsRemoved', { removedShareds: contacts(about.account, about.before.removed) }),
  ],
  TaskCustomFieldChanged: (about) => customFieldFacets(about, 'task', 'TaskCustomFieldChanged'),
}

const status = (about: Said, columns: Record<string, unknown>) =>
  encodeId('CustomStatus', about.account, columns.custom_status_id as number)

/** Names differ from those of the task itself: startDate, dueDate. */
const dates = (columns: Record<string, unknown>) => ({
  type: columns.date_type,
  ...(columns.start_at === null ? {} : { startDate: String(columns.start_at).slice(0, 19) }),
  ...(columns.due_at === null ? {} : { dueDate: String(columns.due_at).slice(0, 19) }),
  ...(columns.duration_minutes === null ? {} : { duration: columns.duration_minutes }),
  ...(columns.work_on_weekends ? { workOnWeekends: true } : {}),
})
