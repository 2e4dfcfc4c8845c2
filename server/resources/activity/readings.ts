import type { Act, Read, Ref, State } from './acts.ts'

type Said = Record<string, unknown>
/** An event as it was stored. */
export interface StoredEvent {
  type: string
  entity_id: number
  before: Said | null
  after: Said | null
}
type Reading = (before: Said, after: Said, event: StoredEvent) => Read | undefined

const refs = (type: Ref['type'], value: unknown): Ref[] =>
  (Array.isArray(value) ? value : []).map(Number).map((number) => ({ type, number }))

/** The columns of two states under the names of the history; what is the same, or empty twice, is left out. */
function states(before: Said, after: Said, columns: Record<string, keyof State>): Pick<Read, 'from' | 'to'> {
  const pick = (said: Said) =>
    Object.fromEntries(
      Object.entries(columns)
        .filter(([column]) => JSON.stringify(before[column]) !== JSON.stringify(after[column]))
        .filter(([column]) => said[column] !== null && said[column] !== undefined)
        .map(([column, name]) => [name, said[column]]),
    )
  return { from: pick(before), to: pick(after) }
}

const is =
  (act: Act): Reading =>
  () => ({ act })
const columns =
  (act: Act, names: Record<string, keyof State>, more: Partial<Read> = {}): Reading =>
  (before, after) => ({ act, ...states(before, after, names), ...more })
const links =
  (act: Act, type: Ref['type']): Reading =>
  (before, after) => ({
    act,
    added: refs(type, after.added),
    removed: [...refs(type, before.removed), ...refs(type, after.removed)],
  })
const titled =
  (act: Act): Reading =>
  (before, after) => ({ act, to: { title: after.title ?? before.title } })

const customFields: Reading = (before, after) => {
  const [was, now] = [before, after].map((said) => (said.custom_fields ?? {}) as Record<string, string>) as [
    Record<string, string>,
    Record<string, string>,
  ]
  const changed = [...new Set([...Object.keys(was), ...Object.keys(now)])].filter((id) => was[id] !== now[id])
  return changed.length === 0
    ? undefined
    : { act: 'CustomFieldsChanged', fields: changed.map((id) => ({ id: Number(id), from: was[id], to: now[id] })) }
}

const sharing: Reading = (before, after) => {
  const { added = [], removed = [] } = links('SharingChanged', 'Contact')(before, after, {} as StoredEvent) as Read
  const roles = refs('Contact', after.roles)
  if (added.length + removed.length > 0) return { act: 'SharingChanged', added, removed }
  return roles.length > 0 ? { act: 'AccessRolesChanged', added: roles } : undefined
}

const space: Reading = (before, after) => {
  const members = (said: Said) => (said.members ?? []) as { id: number }[]
  const ids = (said: Said) => members(said).map(({ id }) => id)
  const [was, now] = [new Set(ids(before)), new Set(ids(after))]
  return {
    act: 'SpaceChanged',
    ...states(before, after, { title: 'title', accessType: 'accessType' }),
    added: refs(
      'Contact',
      [...now].filter((id) => !was.has(id)),
    ),
    removed: refs(
      'Contact',
      [...was].filter((id) => !now.has(id)),
    ),
  }
}

const comment =
  (act: Act): Reading =>
  (_before, _after, { entity_id }) => ({ act, commentId: entity_id })
const attachment =
  (act: Act): Reading =>
  (before, after, { entity_id }) => ({ act, attachmentId: entity_id, to: { title: after.name ?? before.name } })
const approval =
  (act: Act, names: Record<string, keyof State> = {}): Reading =>
  (before, after, { entity_id }) => ({
    act,
    approvalId: entity_id,
    ...states(before, after, names),
    added: refs('Contact', after.added ?? (after.approverId === undefined ? [] : [after.approverId])),
    removed: refs('Contact', before.removed),
  })

const dependency =
  (act: Act): Reading =>
  (before, after) => ({
    act,
    ...states(before, after, { relationType: 'relationType' }),
    ...(act === 'DependencyDeleted'
      ? { removed: refs('Task', [before.predecessorId]) }
      : { added: refs('Task', [after.predecessorId]) }),
    needsRefs: true,
  })

const timelog: Reading = (before, after) => {
  const act =
    before.taskId === undefined ? 'TimelogAdded' : after.taskId === undefined ? 'TimelogDeleted' : 'TimelogChanged'
  return { act, ...states(before, after, { hours: 'hours', trackedDate: 'trackedDate' }) }
}

const taskDates = {
  date_type: 'dateType',
  start_at: 'start',
  due_at: 'due',
  duration_minutes: 'durationMinutes',
} as const

/** The one table from events to the history of an item. What is not here is nobody's business, or has no meaning to people. */
const readings: Readonly<Record<string, Reading>> = {
  TaskCreated: titled('Created'),
  FolderCreated: titled('Created'),
  ProjectCreated: titled('Created'),
  SpaceCreated: titled('Created'),
  TaskDeleted: is('Deleted'),
  FolderDeleted: is('Deleted'),
  ProjectDeleted: is('Deleted'),
  TaskRestored: is('Restored'),
  FolderRestored: is('Restored'),
  TaskTitleChanged: columns('TitleChanged', { title: 'title' }),
  FolderTitleChanged: columns('TitleChanged', { title: 'title' }),
  TaskDescriptionChanged: is('DescriptionChanged'),
  FolderDescriptionChanged: is('DescriptionChanged'),
  TaskStatusChanged: columns('StatusChanged', { custom_status_id: 'customStatusId' }),
  ProjectStatusChanged: columns('StatusChanged', { project_status_id: 'customStatusId' }),
  TaskImportanceChanged: columns('ImportanceChanged', { importance: 'importance' }),
  TaskDatesChanged: columns('DatesChanged', taskDates),
  ProjectDatesChanged: columns('DatesChanged', { project_start: 'start', project_end: 'due' }),
  TaskWorkScheduleChanged: is('WorkScheduleChanged'),
  TaskCustomFieldChanged: customFields,
  FolderCustomFieldChanged: customFields,
  TaskEffortChanged: is('EffortChanged'),
  TaskItemTypeChanged: columns('TypeChanged', { custom_item_type_id: 'itemTypeId' }),
  FolderConverted: columns('TypeChanged', { custom_item_type_id: 'itemTypeId' }),
  TaskBillingTypeChanged: columns('BillingTypeChanged', { billing_type: 'billingType' }),
  ProjectBudgetChanged: columns(
    'BudgetChanged',
    { budget: 'budget', contract_type: 'billingType' },
    { needsFull: true },
  ),
  TaskResponsiblesAdded: links('ResponsiblesChanged', 'Contact'),
  TaskResponsiblesRemoved: links('ResponsiblesChanged', 'Contact'),
  TaskResponsiblePlaceholdersAdded: is('PlaceholdersChanged'),
  TaskResponsiblePlaceholdersRemoved: is('PlaceholdersChanged'),
  TaskFollowersAdded: links('FollowersChanged', 'Contact'),
  TaskFollowersRemoved: links('FollowersChanged', 'Contact'),
  ProjectOwnersChanged: links('OwnersChanged', 'Contact'),
  TaskSharedsAdded: links('SharingChanged', 'Contact'),
  TaskSharedsRemoved: links('SharingChanged', 'Contact'),
  FolderSharingChanged: sharing,
  ProjectSharingChanged: sharing,
  SpaceJoined: (_before, after) => ({ act: 'SharingChanged', added: refs('Contact', [after.member]) }),
  SpaceLeft: (before) => ({ act: 'SharingChanged', removed: refs('Contact', [before.member]) }),
  SpaceUpdated: space,
  TaskParentsAdded: links('ParentsChanged', 'Folder'),
  TaskParentsRemoved: links('ParentsChanged', 'Folder'),
  FolderParentsChanged: links('ParentsChanged', 'Folder'),
  TaskSuperTasksAdded: links('SuperTasksChanged', 'Task'),
  TaskSuperTasksRemoved: links('SuperTasksChanged', 'Task'),
  CommentAdded: comment('CommentAdded'),
  FolderCommentAdded: comment('CommentAdded'),
  CommentUpdated: comment('CommentChanged'),
  CommentDeleted: comment('CommentDeleted'),
  FolderCommentDeleted: comment('CommentDeleted'),
  AttachmentAdded: attachment('AttachmentAdded'),
  FolderAttachmentAdded: attachment('AttachmentAdded'),
  AttachmentDeleted: attachment('AttachmentDeleted'),
  FolderAttachmentDeleted: attachment('AttachmentDeleted'),
  ApprovalCreated: approval('ApprovalRequested'),
  ApprovalChanged: approval('ApprovalChanged', { dueDate: 'due' }),
  ApprovalAttachmentsChanged: (_before, _after, { entity_id }) => ({ act: 'ApprovalChanged', approvalId: entity_id }),
  ApprovalApproversChanged: approval('ApproversChanged'),
  TaskApprovalStatusChanged: approval('ApprovalStatusChanged', { status: 'status' }),
  FolderApprovalStatusChanged: approval('ApprovalStatusChanged', { status: 'status' }),
  TaskApprovalDecisionChanged: approval('ApprovalDecided', { decision: 'decision' }),
  FolderApprovalDecisionChanged: approval('ApprovalDecided', { decision: 'decision' }),
  TaskApprovalDecisionReset: approval('ApprovalDecisionsReset'),
  FolderApprovalDecisionReset: approval('ApprovalDecisionsReset'),
  DependencyAdded: dependency('DependencyAdded'),
  DependencyChanged: dependency('DependencyChanged'),
  DependencyDeleted: dependency('DependencyDeleted'),
  TimelogChanged: timelog,
}

/** What an event amounts to; undefined for nothing. */
export const readEvent = (event: StoredEvent): Read | undefined =>
  readings[event.type]?.(event.before ?? {}, event.after ?? {}, event)

/** The types of events that amount to any of these acts. */
export const typesOf = (wanted: readonly Act[] | undefined): string[] =>
  Object.keys(readings).filter((type) => !wanted || wanted.some((act) => mayBe(type, act)))

const severalActs: Record<string, readonly Act[]> = {
  FolderSharingChanged: ['SharingChanged', 'AccessRolesChanged'],
  ProjectSharingChanged: ['SharingChanged', 'AccessRolesChanged'],
  TimelogChanged: ['TimelogAdded', 'TimelogChanged', 'TimelogDeleted'],
}
const mayBe = (type: string, act: Act): boolean =>
  severalActs[type]?.includes(act) ??
  readEvent({ type, entity_id: 0, before: {}, after: { custom_fields: { 0: '' } } })?.act === act
