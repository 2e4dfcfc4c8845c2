/** What the import reads of the answers of the API; see the reference for all members. */

export interface Account {
  id: string
  name: string
  rootFolderId: string
}

export interface Space {
  id: string
  title: string
  defaultTaskWorkflowId?: string
}

export interface Workflow {
  id: string
  standard: boolean
  customStatuses: {
    id: string
    name: string
    group: 'Active' | 'Completed' | 'Deferred' | 'Cancelled'
    hidden: boolean
  }[]
}

export interface CustomField {
  id: string
  title: string
  type: string
  spaceId?: string
  settings?: { values?: string[] }
}

interface Entry {
  id: string
  title: string
  description?: string
  parentIds?: string[]
  metadata?: { key: string; value: string }[]
  customFields?: { id: string; value: string }[]
}

export interface Folder extends Entry {
  project?: { status?: string; customStatusId?: string; startDate?: string; endDate?: string }
}

export interface Task extends Entry {
  status: string
  customStatusId: string
  importance: string
  dates: { type?: string; start?: string; due?: string }
  superTaskIds?: string[]
  dependencyIds?: string[]
}

export interface Dependency {
  id: string
  predecessorId: string
  successorId: string
  relationType: string
  lagTime?: number
}

export interface Comment {
  id: string
  text: string
}
