import {
  createAttachment,
  createComment,
  createCommentAttachment,
  createTask,
  createTimelog,
  deleteComment,
  deleteTask,
  deleteTimelog,
  getTasksByIds,
  type Operation,
  queryAttachments,
  queryCommentsIn,
  queryTasks,
  queryTimelogs,
  queryWorkflows,
  type Task,
  updateComment,
  updateTask,
  updateTimelog,
  type Workflow,
} from '@taskwright/sdk'
import { findTask } from '../known-tasks.ts'
import { memory } from '../memory.ts'
import { account, personId } from '../session.ts'
import { shownDates, type TaskMembers } from '../task-members.ts'
import { facetsOf } from './facets.ts'

type Input = Readonly<Record<string, unknown>>
type Row = Record<string, unknown>

/** What the browser knows of a change that can wait, before it is shown. */
export interface Known {
  about: string
  base?: Row
  row?: Row
}

/** An operation whose changes can wait for the connection. */
interface Kind {
  operation: Pick<Operation<never, unknown>, 'id'>
  /** What shows such changes, and is read again when one has arrived. */
  touches: readonly string[]
  /** It makes something, which has an id of this browser until the server gives it one. */
  makes?: true
  /** Sent late, it is compared with what the server has by then. */
  isCompared?: true
  know: (input: Input) => Known
}

const tasks = [queryTasks.id, getTasksByIds.id]
const titleOf = (id: unknown): string => findTask(memory, String(id))?.title ?? ''
const ofTask = ({ taskId }: Input): Known => ({ about: titleOf(taskId) })
const now = () => new Date().toISOString().slice(0, 19).concat('Z')

/** The operations that can wait; all others need the server at once. */
export const kinds: Readonly<Record<string, Kind>> = {
  [updateTask.id]: {
    operation: updateTask,
    touches: tasks,
    isCompared: true,
    know: ({ taskId, ...members }) => {
      const task = findTask(memory, String(taskId))
      return task ? knownOf(task, members) : { about: '' }
    },
  },
  [createTask.id]: {
    operation: createTask,
    touches: tasks,
    makes: true,
    know: (input) => ({ about: String(input.title), row: newTask(input) }),
  },
  [deleteTask.id]: { operation: deleteTask, touches: tasks, know: ofTask },
  [createComment.id]: {
    operation: createComment,
    touches: [queryCommentsIn.id],
    makes: true,
    know: (input) => ({
      ...ofTask(input),
      row: { taskId: input.taskId, authorId: personId, text: input.text, createdDate: now(), updatedDate: now() },
    }),
  },
  [updateComment.id]: { operation: updateComment, touches: [queryCommentsIn.id], know: () => ({ about: '' }) },
  [deleteComment.id]: { operation: deleteComment, touches: [queryCommentsIn.id], know: () => ({ about: '' }) },
  [createCommentAttachment.id]: {
    operation: createCommentAttachment,
    touches: [queryAttachments.id],
    know: () => ({ about: '' }),
  },
  [createAttachment.id]: { operation: createAttachment, touches: [queryAttachments.id], know: ofTask },
  [createTimelog.id]: {
    operation: createTimelog,
    touches: [queryTimelogs.id],
    makes: true,
    know: (input) => ({
      ...ofTask(input),
      row: { categoryId: undefined, ...input, userId: personId, createdDate: now(), updatedDate: now() },
    }),
  },
  [updateTimelog.id]: { operation: updateTimelog, touches: [queryTimelogs.id], know: () => ({ about: '' }) },
  [deleteTimelog.id]: { operation: deleteTimelog, touches: [queryTimelogs.id], know: () => ({ about: '' }) },
}

/** What is known of a change of a task that was so when it was begun. */
export const knownOf = (task: Task, members: TaskMembers): Known => ({
  about: task.title,
  base: facetsOf(task, members),
  row: statusOf(task, members),
})

/** A status and the group of it go together. */
function statusOf(task: Task, { status, customStatus }: TaskMembers): Row {
  if (status === undefined && customStatus === undefined) return {}
  const all = (memory.getQueryData<Workflow[]>([queryWorkflows.id, {}]) ?? []).map(
    ({ customStatuses }) => customStatuses,
  )
  if (customStatus !== undefined) {
    const found = all.flat().find(({ id }) => id === customStatus)
    return found ? { customStatusId: found.id, status: found.group } : {}
  }
  const own = all.find((statuses) => statuses.some(({ id }) => id === task.customStatusId)) ?? []
  const found = own.find(({ group, hidden }) => group === status && !hidden)
  return found ? { customStatusId: found.id, status: found.group } : {}
}

/** A task as far as it is known before the server has made it. */
function newTask(input: Input): Row {
  const { folderId, title, description = '', status = 'Active', importance = 'Normal', dates, customStatus } = input
  const workflows = memory.getQueryData<Workflow[]>([queryWorkflows.id, {}]) ?? []
  const statuses = (workflows.find(({ standard }) => standard) ?? workflows[0])?.customStatuses ?? []
  const first = statuses.find(({ group, hidden }) => group === status && !hidden)
  const known = workflows.flatMap(({ customStatuses }) => customStatuses).find(({ id }) => id === customStatus) ?? first
  const { superTasks = [] } = input
  return {
    accountId: account?.id,
    title,
    description,
    briefDescription: '',
    parentIds: (superTasks as string[]).length > 0 ? [] : [folderId],
    superParentIds: [],
    sharedIds: [personId],
    responsibleIds: input.responsibles ?? [],
    responsiblePlaceholderIds: input.responsiblePlaceholders ?? [],
    status: known?.group ?? status,
    customStatusId: known?.id ?? '',
    importance,
    createdDate: now(),
    updatedDate: now(),
    dates: shownDates({ dates: { type: 'Backlog' } }, (dates ?? {}) as NonNullable<TaskMembers['dates']>),
    scope: 'WsTask',
    authorIds: [personId],
    hasAttachments: false,
    permalink: '',
    // Behind all others, until the server says where.
    priority: '~',
    followedByMe: true,
    followerIds: [personId],
    superTaskIds: superTasks,
    subTaskIds: [],
    dependencyIds: [],
    metadata: [],
    customFields: input.customFields ?? [],
  }
}
