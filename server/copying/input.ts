/** What is copied, where to, and what of it: JSON, since it may wait in the queue. */
export interface CopyInput {
  source: { folder: number } | { task: number }
  /** The original is a blueprint: whoever sees the blueprint may copy all of it. */
  fromBlueprint: boolean
  /** Below a folder (the root for -1), inside a task, or as a blueprint of a space. */
  target: { folder: number } | { task: number } | { blueprintsOf: number }
  /** Title of the copy itself; without one that of the original. */
  title?: string | undefined
  /** Put before the titles of the tasks below. */
  titlePrefix: string
  descriptions: boolean
  responsibles: boolean
  addResponsibles: number[]
  removeResponsibles: number[]
  customFields: boolean
  /** False: each status becomes the first of its group in the workflow of the new place. */
  customStatuses: boolean
  /** False: all become active. */
  statuses: boolean
  /** What is below keeps its other parents outside of the original, too. */
  parents: boolean
  attachments: boolean
  /** False: no one hears that tasks were assigned. */
  notify: boolean
  /** yyyy-MM-dd; what is active begins, or ends, on this day. */
  rescheduleDate?: string | undefined
  rescheduleMode: 'Start' | 'End'
  /** So many folders and tasks at most. */
  limit: number
}

/** A copy being made: how far it is. */
export interface CopyState {
  copyId: number
  /** Number of the new folder or task. */
  rootId: number
  folders: number
  tasks: number
  /** Tasks up to this position are made; -1 before the folders. */
  done: number
  /** The day, local, that the rescheduled set begins or ends on now. */
  anchor: string | null
}

/** Which rows of the working tables belong to a copy. */
export interface CopyKey {
  accountId: number
  copyId: number
}

/** A copy of everything, as it is. */
export const wholeCopy = {
  fromBlueprint: false,
  titlePrefix: '',
  descriptions: true,
  responsibles: true,
  addResponsibles: [],
  removeResponsibles: [],
  customFields: true,
  customStatuses: true,
  statuses: true,
  parents: false,
  attachments: false,
  notify: true,
  rescheduleMode: 'Start',
} satisfies Partial<CopyInput>
