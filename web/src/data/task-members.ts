import type { Task, UpdateTaskInput } from '@taskwright/sdk'

export type TaskMembers = Omit<UpdateTaskInput, 'taskId'>

/** How a task looks with members changed, until the server says how it is. */
export function shown(task: Task, members: TaskMembers): Partial<Task> {
  const { title, description, importance, status, customStatus, dates, customFields } = members
  const { billingType, workScheduleId, convertToCustomItemType, effortAllocation, follow } = members
  return {
    ...(title !== undefined && { title }),
    ...(description !== undefined && { description }),
    ...(importance !== undefined && { importance }),
    ...(status !== undefined && { status }),
    ...(customStatus !== undefined && { customStatusId: customStatus }),
    ...(dates !== undefined && { dates: shownDates(task, dates) }),
    ...(follow !== undefined && { followedByMe: follow }),
    ...(billingType !== undefined && { billingType }),
    ...(typeof workScheduleId === 'string' && { workScheduleId }),
    ...(convertToCustomItemType !== undefined && { customItemTypeId: convertToCustomItemType }),
    ...(effortAllocation !== undefined && { effortAllocation: { ...task.effortAllocation, ...effortAllocation } }),
    ...shownLinks(task, members),
    ...(customFields && {
      customFields: [
        ...(task.customFields ?? []).filter(({ id }) => !customFields.some((field) => field.id === id)),
        ...customFields
          .filter(({ value }) => value != null && value !== '')
          .map(({ id, value }) => ({ id, value: value as string })),
      ],
    }),
  }
}

/** What the type has no use for goes; what follows from the rest is the server's to say. */
export function shownDates(task: Pick<Task, 'dates'>, dates: NonNullable<TaskMembers['dates']>): Task['dates'] {
  const type = dates.type ?? (dates.start ? 'Planned' : task.dates.type)
  const { start, due, ...rest } = { ...task.dates, ...dates, type }
  return {
    ...rest,
    ...(start && type === 'Planned' && { start }),
    ...(due && type !== 'Backlog' && { due }),
  }
}

/** Members of a task that are lists, and the members of a change that add to them and take from them. */
const links = [
  ['responsibleIds', 'addResponsibles', 'removeResponsibles'],
  ['responsiblePlaceholderIds', 'addResponsiblePlaceholders', 'removeResponsiblePlaceholders'],
  ['parentIds', 'addParents', 'removeParents'],
  ['superTaskIds', 'addSuperTasks', 'removeSuperTasks'],
] as const

function shownLinks(task: Task, members: TaskMembers): Partial<Task> {
  const after: Partial<Task> = {}
  for (const [member, add, remove] of links) {
    const [added = [], removed = []] = [members[add], members[remove]]
    if (!members[add] && !members[remove]) continue
    const had = task[member] ?? []
    after[member] = [...had.filter((id) => !removed.includes(id)), ...added.filter((id) => !had.includes(id))]
  }
  return after
}

/** The change that makes a task what it was before some members were changed. */
export function inverse(task: Task, members: TaskMembers): TaskMembers {
  const { title, description, importance, status, customStatus, dates, customFields } = members
  const { billingType, workScheduleId, convertToCustomItemType, effortAllocation, follow } = members
  return {
    ...(title !== undefined && { title: task.title }),
    ...(description !== undefined && { description: task.description ?? '' }),
    ...(importance !== undefined && { importance: task.importance }),
    ...((status !== undefined || customStatus !== undefined) && { customStatus: task.customStatusId }),
    ...(dates !== undefined && { dates: datesAgain(task) }),
    ...(follow !== undefined && { follow: task.followedByMe === true }),
    ...(billingType !== undefined && task.billingType && { billingType: task.billingType }),
    ...(workScheduleId !== undefined && { workScheduleId: task.workScheduleId ?? null }),
    ...(convertToCustomItemType !== undefined &&
      task.customItemTypeId && { convertToCustomItemType: task.customItemTypeId }),
    ...(effortAllocation !== undefined && { effortAllocation: task.effortAllocation ?? { mode: 'None' as const } }),
    ...linksAgain(task, members),
    ...(customFields && {
      customFields: customFields.map(({ id }) => ({
        id,
        value: task.customFields?.find((field) => field.id === id)?.value ?? null,
      })),
    }),
  }
}

/** A task's dates as a request gives them to it again, hours and all. */
export function datesAgain({ dates }: Pick<Task, 'dates'>): NonNullable<TaskMembers['dates']> {
  const { type, start, due, duration, workOnWeekends = false } = dates
  if (type === 'Backlog') return { type, duration: duration ?? 0, workOnWeekends }
  return { type, workOnWeekends, ...(due && { due }), ...(type === 'Planned' && start && { start }) }
}

function linksAgain(task: Task, members: TaskMembers): TaskMembers {
  const back: TaskMembers = {}
  for (const [member, add, remove] of links) {
    const had = task[member] ?? []
    if (members[add]) back[remove] = members[add].filter((id) => !had.includes(id))
    if (members[remove]) back[add] = members[remove].filter((id) => had.includes(id))
  }
  return back
}
