import type { Examples } from './index.ts'

/** Tasks, folders, projects and spaces. */
export const work: Examples = {
  queryTasks: () => ({ status: ['Active'], dueDate: { end: '2027-04-01' }, pageSize: 100 }),
  queryTasksHistory: () => ({ updatedDate: { start: '2026-11-01T00:00:00Z' } }),
  createTask: ({ Contact }) => ({
    title: 'Order the paving stones',
    description: 'Grey, 40 × 40 cm. <b>Ask for the delivery date.</b>',
    importance: 'High',
    dates: { start: '2027-03-01', due: '2027-03-05' },
    responsibles: [Contact],
  }),
  updateTask: ({ Contact }) => ({
    importance: 'High',
    dates: { start: '2027-03-08', due: '2027-03-12' },
    addResponsibles: [Contact],
  }),
  updateTasksBulk: ({ Contact }) => ({ addResponsibles: [Contact] }),
  queryFolders: () => ({ project: true, pageSize: 100 }),
  queryFoldersHistory: () => ({ updatedDate: { start: '2026-11-01T00:00:00Z' } }),
  createFolder: ({ Contact }) => ({
    title: 'Garden of the town hall',
    project: { ownerIds: [Contact], startDate: '2027-03-01', endDate: '2027-06-30' },
  }),
  updateFolder: () => ({ title: 'Garden of the town hall, second half' }),
  updateFoldersBulk: ({ CustomField }) => ({ customFields: [{ id: CustomField, value: 'North' }] }),
  copyFolder: copyOfFolder,
  copyFolderAsync: copyOfFolder,
  querySpaces: () => ({ userIsMember: true }),
  createSpace: ({ Contact }) => ({
    title: 'Parks and gardens',
    accessType: 'Private',
    members: [{ id: Contact, isManager: true }],
  }),
  updateSpace: () => ({ description: 'All that grows in the town' }),
  queryFolderBlueprints: () => ({ title: 'garden' }),
  createFolderBlueprint: ({ Space }) => ({ spaceId: Space, title: 'A new garden' }),
  updateFolderBlueprint: () => ({ title: 'A new garden, step by step' }),
  launchFolderBlueprint: ({ Folder }) => ({
    parent: Folder,
    title: 'Garden of the library',
    rescheduleDate: '2027-03-01',
    rescheduleMode: 'Start',
  }),
  queryTaskBlueprints: () => ({ pageSize: 100 }),
  querySpaceTaskBlueprints: () => ({ pageSize: 100 }),
  createTaskBlueprint: ({ Space }) => ({ spaceId: Space, title: 'Plant a tree' }),
  updateTaskBlueprint: () => ({ title: 'Plant and water a tree' }),
  launchTaskBlueprint: ({ Folder }) => ({ parentId: Folder, title: 'Plant the lime tree' }),
  createDependency: ({ SpareTask }) => ({ successorId: SpareTask, relationType: 'FinishToStart' }),
  updateDependency: () => ({ relationType: 'StartToStart' }),
  createReschedule: ({ Task }) => ({ tasks: [{ taskId: Task, dates: { start: '2027-03-01', due: '2027-03-03' } }] }),
  setRecurrence: () => ({
    scheduleType: 'Weekly',
    weekDays: ['Mon', 'Thu'],
    intervalStartDate: '2027-03-01',
    occurrenceLimit: 10,
  }),
  queryRollups: (_ids, path) => (path.startsWith('/folders') ? { descendants: true, pageSize: 100 } : {}),
  updateRollups: () => ({ rollups: [{ fieldId: 'progress' }] }),
  createCascadingFieldSetting: ({ CustomField }) => ({ fieldId: CustomField }),
  deleteCascadingFieldSetting: ({ CustomField }) => ({ fieldId: CustomField }),
  createImport: () => ({ mapping: { Title: 'title', 'Start Date': 'startDate' } }),
  createBatch: ({ Folder }) => ({
    operations: [
      { type: 'TaskCreation', parameters: { folderId: Folder, title: 'Dig the pond' } },
      { type: 'TaskCreation', parameters: { folderId: Folder, title: 'Plant the reed' } },
    ],
  }),
}

function copyOfFolder({ Space }: Parameters<Examples[string]>[0]) {
  return {
    parent: Space,
    title: 'Garden of the library',
    copyResponsibles: true,
    rescheduleDate: '2027-03-01',
    rescheduleMode: 'Start',
  }
}
