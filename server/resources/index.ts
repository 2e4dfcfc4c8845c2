import type { Handler } from '#contract/handler.ts'
import type { Operation } from '#contract/operation.ts'
import { access } from './access/index.ts'
import { accessRoles } from './access-roles/index.ts'
import { account } from './account/index.ts'
import { activity } from './activity/index.ts'
import { approvals } from './approvals/index.ts'
import { assets } from './assets/index.ts'
import { asyncJobs } from './async-job/index.ts'
import { attachments } from './attachments/index.ts'
import { auditLog } from './audit-log/index.ts'
import { batch } from './batch/index.ts'
import { bookings } from './bookings/index.ts'
import { cascadingFields } from './cascading-fields/index.ts'
import { changes } from './changes/index.ts'
import { colors } from './colors/index.ts'
import { comments } from './comments/index.ts'
import { contacts } from './contacts/index.ts'
import { customFields } from './custom-fields/index.ts'
import { customItemTypes } from './custom-item-types/index.ts'
import { dataExport } from './data-export/index.ts'
import { dependencies } from './dependencies/index.ts'
import { ediscovery } from './ediscovery/index.ts'
import { favorites } from './favorites/index.ts'
import { folderBlueprints } from './folder-blueprints/index.ts'
import { folders } from './folders/index.ts'
import { groups } from './groups/index.ts'
import { hourlyRates } from './hourly-rates/index.ts'
import { ids } from './ids/index.ts'
import { imports } from './imports/index.ts'
import { invitations } from './invitations/index.ts'
import { jobRoles } from './job-roles/index.ts'
import { notifications } from './notifications/index.ts'
import { placeholders } from './placeholders/index.ts'
import { recurrence } from './recurrence/index.ts'
import { requestForms } from './request-forms/index.ts'
import { reschedules } from './reschedules/index.ts'
import { rollups } from './rollups/index.ts'
import { search } from './search/index.ts'
import { spaces } from './spaces/index.ts'
import { taskBlueprints } from './task-blueprints/index.ts'
import { tasks } from './tasks/index.ts'
import { timelogCategories } from './timelog-categories/index.ts'
import { timelogLockPeriods } from './timelog-lock-periods/index.ts'
import { timelogs } from './timelogs/index.ts'
import { timers } from './timers/index.ts'
import { timesheets } from './timesheets/index.ts'
import { userScheduleExceptions } from './user-schedule-exceptions/index.ts'
import { userTypes } from './user-types/index.ts'
import { users } from './users/index.ts'
import { version } from './version/index.ts'
import { views } from './views/index.ts'
import { visits } from './visits/index.ts'
import { webhooks } from './webhooks/index.ts'
import { workScheduleExceptions } from './work-schedule-exceptions/index.ts'
import { workSchedules } from './work-schedules/index.ts'
import { workflows } from './workflows/index.ts'

/** An operation of the contract with the function that carries it out. */
export interface Bound {
  operation: Operation
  handler: Handler<Operation>
}

/** The resources of the API, by name. */
export const resources = {
  access,
  accessRoles,
  account,
  activity,
  attachments,
  assets,
  auditLog,
  approvals,
  bookings,
  cascadingFields,
  asyncJobs,
  batch,
  changes,
  colors,
  comments,
  contacts,
  customFields,
  customItemTypes,
  dataExport,
  dependencies,
  ediscovery,
  favorites,
  folderBlueprints,
  folders,
  groups,
  hourlyRates,
  ids,
  imports,
  invitations,
  jobRoles,
  notifications,
  placeholders,
  rollups,
  recurrence,
  requestForms,
  reschedules,
  search,
  spaces,
  taskBlueprints,
  tasks,
  timelogCategories,
  timelogLockPeriods,
  timelogs,
  timers,
  timesheets,
  userTypes,
  userScheduleExceptions,
  users,
  version,
  views,
  visits,
  webhooks,
  workScheduleExceptions,
  workSchedules,
  workflows,
} satisfies Record<string, readonly Bound[]>
export type ResourceName = keyof typeof resources

/** All operations the server serves, resource by resource. */
export const bound: readonly Bound[] = Object.values(resources).flat()
