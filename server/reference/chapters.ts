import type { ResourceName } from '#resources/index.ts'

/** Chapters of the reference, in the order in which people need them. */
export const chapters = {
  work: 'Work',
  around: 'Around work',
  time: 'Time and money',
  planning: 'Planning',
  shape: 'How work looks',
  people: 'People and access',
  account: 'Account and system',
} as const
export type Chapter = keyof typeof chapters

/** How a resource is told of: its title, its chapter and what it is. */
export interface ResourceTold {
  title: string
  chapter: Chapter
  says: string
}

const told = (chapter: Chapter, title: string, says: string): ResourceTold => ({ chapter, title, says })

/** Every resource, in the order of the sidebar. */
export const resourcesTold: Record<ResourceName, ResourceTold> = {
  tasks: told('work', 'Tasks', 'What people do: with dates, people, a status, and subtasks of their own.'),
  folders: told(
    'work',
    'Folders and projects',
    'What holds tasks. A project is a folder with an owner, dates and a status.',
  ),
  spaces: told('work', 'Spaces', 'The top of a tree of folders, with members and their roles.'),
  comments: told('work', 'Comments', 'What people say about a task or a folder.'),
  attachments: told('work', 'Attachments', 'Files of tasks, folders and comments, with versions and previews.'),
  dependencies: told('work', 'Dependencies', 'Which task has to wait for which other.'),
  reschedules: told(
    'work',
    'Reschedules',
    'Other dates for several tasks at once, with all that follows; looked at before.',
  ),
  recurrence: told('work', 'Recurrence', 'Tasks that come again by a rule.'),
  batch: told('work', 'Batch', 'Many tasks and folders made by one call, in the background.'),
  search: told('work', 'Search', 'Words in what the caller sees, the best first.'),
  favorites: told('work', 'Favourites', 'What a person marked to have it at hand.'),
  visits: told('work', 'Visits', 'What a person opened last.'),
  imports: told('work', 'Imports', 'Tasks made of the rows of a CSV file, looked at before, and undone after.'),

  access: told('around', 'Access', 'Who can see a task, folder or space and why, and what one may do there.'),
  activity: told('around', 'Activity', 'What happened to a task or a folder: who changed what, and when.'),
  notifications: told('around', 'Notifications', 'What a person is told of in their inbox and by mail.'),
  approvals: told('around', 'Approvals', 'Decisions of people about a task, a folder or its files.'),
  changes: told('around', 'Changes', 'What has happened since you last looked, and as it happens.'),
  webhooks: told('around', 'Webhooks', 'Addresses of yours that are told what happens.'),
  requestForms: told('around', 'Request forms', 'Questions whose answers become work.'),
  taskBlueprints: told('around', 'Task blueprints', 'Tasks to make others from.'),
  folderBlueprints: told('around', 'Folder blueprints', 'Folders and projects to make others from.'),

  timelogs: told('time', 'Time logs', 'How long somebody worked on what.'),
  timers: told('time', 'Timer', 'What the caller is working on right now; it becomes a time log.'),
  timelogCategories: told('time', 'Time log categories', 'Kinds of logged time.'),
  timelogLockPeriods: told('time', 'Time log lock periods', 'Days whose logged time nobody changes any more.'),
  timesheets: told('time', 'Timesheets', 'Weeks of logged time that are submitted and approved.'),
  hourlyRates: told('time', 'Hourly rates', 'What an hour of a person or a job role costs and brings.'),

  bookings: told('planning', 'Bookings', 'Time of people that is set aside for a project.'),
  jobRoles: told('planning', 'Job roles', 'What people are able to do, for planning before it is clear who.'),
  placeholders: told('planning', 'Placeholders', 'Stand-ins for people who are not chosen yet.'),
  assets: told('planning', 'Equipment', 'Things that are planned as people are.'),
  workSchedules: told('planning', 'Work schedules', 'On which days, and how long, people work.'),
  workScheduleExceptions: told('planning', 'Work schedule exceptions', 'Days on which a whole schedule is different.'),
  userScheduleExceptions: told(
    'planning',
    'User schedule exceptions',
    'Days on which one person is away or works otherwise.',
  ),

  workflows: told('shape', 'Workflows', 'The statuses that work goes through.'),
  customFields: told('shape', 'Custom fields', 'Values of your own on tasks, folders and projects.'),
  customItemTypes: told('shape', 'Custom item types', 'Kinds of tasks and projects of your own.'),
  cascadingFields: told('shape', 'Cascading fields', 'Values that flow down to all below.'),
  rollups: told('shape', 'Rollups', 'Values that are made of what is below.'),
  views: told('shape', 'Views', 'Ways to look at tasks that people save, for themselves or for everybody.'),
  colors: told('shape', 'Colors', 'The colours that folders can have.'),

  contacts: told('people', 'Contacts', 'Everybody the caller may know of: users and groups.'),
  users: told('people', 'Users', 'The members of an account, for its admins.'),
  groups: told('people', 'Groups', 'People to whom things are shared together.'),
  invitations: told('people', 'Invitations', 'People who are asked into the account.'),
  accessRoles: told('people', 'Access roles', 'What a share permits: from reading to all.'),
  userTypes: told('people', 'User types', 'What kinds of members an account has.'),

  account: told('account', 'Account', 'The account itself: its name, formats and plan.'),
  auditLog: told('account', 'Audit log', 'Who did what and when, for admins.'),
  dataExport: told('account', 'Data export', 'All data of the account as tables.'),
  ediscovery: told('account', 'eDiscovery', 'A search through everything, for those who have to answer for it.'),
  asyncJobs: told('account', 'Async jobs', 'How far work in the background is.'),
  ids: told('account', 'Ids', 'Today’s ids for numbers of permalinks and of the API v2.'),
  version: told('account', 'Version', 'Which API answers.'),
}
