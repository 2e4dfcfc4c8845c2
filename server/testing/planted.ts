import type { Operation } from '#contract/operation.ts'
import { decodeId } from '#ids/decode.ts'
import { encodeId } from '#ids/encode.ts'
import type { Data } from './client.ts'
import { plantSchedule } from './planted-schedule.ts'
import type { IdsByType } from './samples.ts'
import type { World } from './world.ts'

/** Types of ids that are hidden from those with whom nothing is shared. */
export const hiddenTypes = new Set([
  'Task',
  'Folder',
  'Space',
  'Comment',
  'Attachment',
  'Timelog',
  'DependencyKey',
  'AsyncJob',
  'Import',
  'FolderBlueprint',
  'TaskBlueprint',
  'CustomItemType',
  'Approval',
  'Booking',
  'Timesheet',
  'Form',
  'TimesheetRow',
  'View',
  'Favorite',
])

/** A picture of one pixel. */
export const dot = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)

/** One of everything, made by Anna where only she, Ben and Cleo see it; ids by type. Made anew for each call. */
export async function plantIds(world: World): Promise<IdsByType> {
  const { anna } = world
  const made = async (path: string, parameters: Record<string, unknown>): Promise<Data> => {
    const { status, body } = await anna.post(path, parameters)
    if (status !== 200) throw new Error(`POST ${path}: ${status} ${body.errorDescription}`)
    return body.data[0]
  }
  const stamp = `${Date.now()}${Math.random().toString().slice(2, 8)}`
  const space = await made('/spaces', { accessType: 'Private', title: `Space ${stamp}` })
  const folder = await made(`/folders/${space.id}/folders`, { title: 'Folder' })
  const dates = { start: '2026-03-02', due: '2026-03-03' }
  const task = await made(`/folders/${folder.id}/tasks`, { title: 'Task', dates })
  const next = await made(`/folders/${folder.id}/tasks`, {
    title: 'Next',
    dates: { start: '2026-03-04', due: '2026-03-05' },
  })
  const spare = await made(`/folders/${folder.id}/tasks`, {
    title: 'Spare',
    dates: { start: '2026-03-09', due: '2026-03-10' },
  })
  const comment = await made(`/tasks/${task.id}/comments`, { text: 'Comment' })
  const picture = await anna.upload(`/tasks/${task.id}/attachments`, 'dot.png', dot)
  const timelog = await made(`/tasks/${task.id}/timelogs`, { comment: 'Log', hours: 1, trackedDate: '2026-03-02' })
  const form = await made(`/spaces/${space.id}/request_forms`, {
    title: 'Form',
    pages: [{ fields: [{ id: 'what', title: 'What', type: 'Text', attribute: 'title' }] }],
  })
  const timesheet = await made('/timesheets', { periodStartDate: nextWeek(), taskIds: [task.id] })
  const dependency = await made(`/tasks/${task.id}/dependencies`, {
    successorId: next.id,
    relationType: 'FinishToStart',
  })
  const approval = await made(`/tasks/${task.id}/approvals`, { approvers: [anna.id] })
  const workflow = await made('/workflows', { name: `Flow ${stamp}` })
  const [, waiting] = (
    await anna.put(`/workflows/${workflow.id}`, { customStatus: { name: 'Waiting', group: 'Active' } })
  ).body.data[0].customStatuses
  const customField = await made('/customfields', { title: `Field ${stamp}`, type: 'Text' })
  const jobRole = await made('/jobroles', { title: `Role ${stamp}` })
  const placeholder = await made('/placeholders', { title: `Somebody ${stamp}`, jobRoleId: jobRole.id })
  const asset = await made('/assets', { name: `Van ${stamp}` })
  const itemType = await made('/custom_item_types', { title: `Type ${stamp}`, relatedType: 'Task', spaceId: space.id })
  const booking = await made(`/folders/${folder.id}/bookings`, {
    bookingDates: { startDate: '2026-03-02', finishDate: '2026-03-06' },
    responsibleId: anna.id,
  })
  for (const place of [`folders/${folder.id}`, `tasks/${task.id}`])
    await made(`/${place}/cascading_field_settings`, { fieldId: customField.id })
  const group = await made('/groups', { title: `Group ${stamp}` })
  const person = await world.person(`P${stamp}`)
  const invitation = await made('/invitations', { email: `i${stamp}@example.com` })
  const webhook = await plantWebhook(world)
  const schedule = await plantSchedule(made, person.id, stamp)
  await plantTimer(world, task)
  const categories = await anna.get('/timelog_categories')
  const imported = await anna.upload(`/folders/${folder.id}/imports`, 'tasks.csv', 'title\nImported')
  const asyncJob = await made(`/copy_folder_async/${folder.id}`, { parent: space.id, title: 'Copy' })
  return {
    ...(await plantExport(world)),
    Account: world.account,
    AsyncJob: asyncJob.id,
    Import: imported.body.data[0].id,
    FolderBlueprint: (await made(`/folders/${folder.id}/folder_blueprints`, { spaceId: space.id })).id,
    TaskBlueprint: (await made(`/tasks/${task.id}/task_blueprints`, { spaceId: space.id })).id,
    AccessRole: encodeId('AccessRole', world.accountId, 0xffffffff),
    UserType: encodeId('UserType', world.accountId, 0xffffffff),
    Space: space.id,
    Folder: folder.id,
    Task: task.id,
    SpareTask: spare.id,
    SecondTask: next.id,
    SecondFolder: (await made(`/folders/${space.id}/folders`, { title: 'Second' })).id,
    SecondContact: (await world.person(`Q${stamp}`)).id,
    Self: anna.id,
    Comment: comment.id,
    Attachment: picture.body.data[0].id,
    Timelog: timelog.id,
    Approval: approval.id,
    Form: form.id,
    Timesheet: timesheet.timesheetId,
    TimesheetRow: timesheet.rows[0].rowId,
    Favorite: (await made(`/folders/${folder.id}/favorites`, {})).id,
    View: (await made(`/folders/${folder.id}/views`, { title: 'View', kind: 'List', settings: {}, shared: true })).id,
    TimelogCategory: categories.body.data[0].id,
    DependencyKey: dependency.id,
    Workflow: workflow.id,
    CustomStatus: workflow.customStatuses[0].id,
    SecondCustomStatus: waiting.id,
    CustomField: customField.id,
    Contact: person.id,
    Group: group.id,
    ContactOrInvitation: person.id,
    Invitation: invitation.id,
    Webhook: webhook.id,
    Booking: booking.id,
    CustomItemType: itemType.id,
    JobRole: jobRole.id,
    Notification: await plantNotification(world, task),
    Placeholder: placeholder.id,
    Asset: asset.id,
    ...schedule,
  }
}

/** Something that Anna is told of. */
async function plantNotification({ store, accountId, anna }: World, task: Data): Promise<string> {
  const { rows } = await store.pool.query(
    `insert into notification (account_id, person_id, kind, key, task_id) values ($1, $2, 'DueSoon', gen_random_uuid(), $3)
    returning notification_id`,
    [accountId, anna.personId, decodeId('Task', task.id)?.number],
  )
  return encodeId('Notification', accountId, rows[0].notification_id)
}

/** A timer of Anna's on the task, in place of the one she had. */
const plantTimer = ({ store, accountId, anna }: World, task: Data) =>
  store.pool.query(
    `insert into timer (account_id, person_id, task_id) values ($1, $2, $3)
    on conflict (account_id, person_id) do update set task_id = excluded.task_id, running_since = now()`,
    [accountId, anna.personId, decodeId('Task', task.id)?.number],
  )

/** Another webhook, in place of all but the first: one may have a hundred. */
async function plantWebhook({ anna }: World): Promise<Data> {
  const { body: before } = await anna.get('/webhooks')
  for (const { id } of before.data.slice(1)) await anna.delete(`/webhooks/${id}`)
  const { body } = await anna.post('/webhooks', { hookUrl: 'https://example.org/hook' })
  return body.data[0]
}

const exports = new WeakMap<World, Promise<IdsByType>>()

/** A complete export of all data and the token of one of its files; one for a world, since a second would not be made. */
function plantExport(world: World): Promise<IdsByType> {
  const planted = exports.get(world) ?? madeExport(world)
  exports.set(world, planted)
  return planted
}

async function madeExport({ anna }: World): Promise<IdsByType> {
  const [{ id }] = (await anna.post('/data_export')).body.data
  for (;;) {
    const [{ status, resources }] = (await anna.get(`/data_export/${id}`)).body.data
    if (status === 'Completed') return { DataExport: id, fileToken: resources[0].url.split('/').at(-2) }
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
}
/** Each timesheet is of a week of its own. */
let weeks = 0
const nextWeek = () => new Date(Date.UTC(2030, 0, 7 + 7 * weeks++)).toISOString().slice(0, 10)

/** Parameters of a valid call where the contract's types alone do not make one. */
export function validSamples(operation: Operation, ids: IdsByType): Record<string, unknown> {
  switch (operation.id) {
    case 'createBatch':
      return { operations: [{ type: 'TaskCreation', parameters: { folderId: ids.Folder, title: 'Made' } }] }
    case 'launchTaskBlueprint':
      return { parentId: ids.Folder }
    case 'createDependency':
      return { successorId: ids.SpareTask, relationType: 'FinishToStart' }
    case 'createReschedule':
      return { tasks: [{ taskId: ids.Task, dates: { start: '2026-03-09', due: '2026-03-10' } }] }
    case 'modifyUser':
    case 'modifyUsersBulk':
      return { active: true }
    case 'deleteCustomStatus':
      return { replacementId: ids.SecondCustomStatus }
    case 'modifyGroupsBulk':
      return { members: [{ id: ids.Group }] }
    case 'createInvitation':
      return { email: `new${Math.random().toString().slice(2)}@example.com` }
    case 'instantiateCustomItemType':
      return { title: 'Made', parentId: ids.Folder }
    case 'updateHourlyRates':
    case 'updateProjectHourlyRates':
      return { rates: [{ rateSubjectId: ids.Contact, rateType: 'Bill', rateValue: 50 }] }
    case 'excludeProjectTeamMembers':
      return { rateSubjects: [ids.Contact] }
    case 'provisionHourlyRates':
      return { userRates: [{ contact: ids.Contact, rateType: 'Cost', rateValue: 30, rateSource: 'User' }] }
    case 'createCascadingFieldSetting':
    case 'deleteCascadingFieldSetting':
      return { fieldId: ids.CustomField }
    case 'updateRollups':
      return { rollups: [{ fieldId: 'progress' }] }
    case 'createBooking':
      return { bookingDates: { startDate: '2026-03-02', duration: 480 }, responsibleId: ids.Contact }
    case 'updateBooking':
      return { bookingDates: { startDate: '2026-03-02', duration: 480 } }
    case 'createTimelog':
      return { comment: 'Work', hours: 2, trackedDate: '2026-03-02' }
    case 'createCustomField':
      return { title: 'Field', type: 'Text' }
    case 'queryAttachments':
      return { createdDate: { end: '2100-01-01T00:00:00Z' } }
    case 'createAttachmentLink':
      return { url: 'https://example.com/plan.pdf', name: 'plan.pdf' }
    case 'createWebhook':
      return { hookUrl: 'https://example.org/hook' }
    case 'finishApproval':
      return { status: 'Approved' }
    case 'createWorkScheduleCapacityChange':
    case 'updateWorkScheduleCapacityChange':
    case 'createUserScheduleCapacityChange':
    case 'updateUserScheduleCapacityChange':
    case 'createUserSchedulePartialException':
    case 'updateUserSchedulePartialException':
      return { dateRange: { equal: '2026-03-02' } }
    case 'submitRequestForm':
    case 'createRequestFormPrefillUrl':
      return { formFields: [{ id: 'what', value: 'A bench' }] }
    case 'createRequestForm':
      return { pages: [{ fields: [{ title: 'What', type: 'Text' }] }] }
    case 'createTimesheet':
      return { periodStartDate: nextWeek() }
    case 'updateTimesheet':
      return { approvalStatus: 'Pending' }
    case 'createTimelogLockPeriod':
    case 'deleteTimelogLockPeriod':
      return { period: { start: '2026-01-01', end: '2026-01-31' } }
    case 'search':
      // The first word of titles that nobody else may see (access/surface.test.ts).
      return { text: 'Secret' }
    case 'convertLegacyIds':
      return { type: 'ApiV2Task', ids: [1] }
    default:
      return {}
  }
}
