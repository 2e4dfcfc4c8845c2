import type { DeskTables } from '#console/server/tables.ts'
import type { ConsoleTables } from '#console/tables.ts'
import type { CopyTables } from '#copying/tables.ts'
import type { EventTables } from '#events/tables.ts'
import type { IdempotencyTables } from '#idempotency/tables.ts'
import type { ImportTables } from '#importing/tables.ts'
import type { IntegrationTables } from '#integrations/tables.ts'
import type { MailingTables } from '#mailing/tables.ts'
import type { NotificationTables } from '#notifying/tables.ts'
import type { OauthTables } from '#oauth/tables.ts'
import type { ReleaseTables } from '#releases/tables.ts'
import type { RequestLogTables } from '#request-log/tables.ts'
import type { AccountTables } from '#resources/account/tables.ts'
import type { ApprovalTables } from '#resources/approvals/tables.ts'
import type { AssetTables } from '#resources/assets/tables.ts'
import type { AsyncJobTables } from '#resources/async-job/tables.ts'
import type { AttachmentTables } from '#resources/attachments/tables.ts'
import type { AuditLogTables } from '#resources/audit-log/tables.ts'
import type { BlueprintTables } from '#resources/blueprints/tables.ts'
import type { BookingTables } from '#resources/bookings/tables.ts'
import type { CascadingFieldTables } from '#resources/cascading-fields/tables.ts'
import type { CommentTables } from '#resources/comments/tables.ts'
import type { ContactTables } from '#resources/contacts/tables.ts'
import type { CustomFieldTables } from '#resources/custom-fields/tables.ts'
import type { CustomItemTypeTables } from '#resources/custom-item-types/tables.ts'
import type { DataExportTables } from '#resources/data-export/tables.ts'
import type { DependencyTables } from '#resources/dependencies/tables.ts'
import type { FavoriteTables } from '#resources/favorites/tables.ts'
import type { FinanceTables } from '#resources/finance/tables.ts'
import type { FolderTables } from '#resources/folders/tables.ts'
import type { GroupTables } from '#resources/groups/tables.ts'
import type { HourlyRateTables } from '#resources/hourly-rates/tables.ts'
import type { InvitationTables } from '#resources/invitations/tables.ts'
import type { JobRoleTables } from '#resources/job-roles/tables.ts'
import type { PlaceholderTables } from '#resources/placeholders/tables.ts'
import type { RecurrenceTables } from '#resources/recurrence/tables.ts'
import type { RequestFormTables } from '#resources/request-forms/tables.ts'
import type { RollupTables } from '#resources/rollups/tables.ts'
import type { SpaceTables } from '#resources/spaces/tables.ts'
import type { TaskTables } from '#resources/tasks/tables.ts'
import type { TimelogCategoryTables } from '#resources/timelog-categories/tables.ts'
import type { TimelogLockTables } from '#resources/timelog-lock-periods/tables.ts'
import type { TimelogTables } from '#resources/timelogs/tables.ts'
import type { TimerTables } from '#resources/timers/tables.ts'
import type { TimesheetTables } from '#resources/timesheets/tables.ts'
import type { UserScheduleTables } from '#resources/user-schedule-exceptions/tables.ts'
import type { ViewTables } from '#resources/views/tables.ts'
import type { VisitTables } from '#resources/visits/tables.ts'
import type { WebhookTables } from '#resources/webhooks/tables.ts'
import type { WorkScheduleExceptionTables } from '#resources/work-schedule-exceptions/tables.ts'
import type { WorkScheduleTables } from '#resources/work-schedules/tables.ts'
import type { WorkflowTables } from '#resources/workflows/tables.ts'

/** Tables that hold the data of accounts: each has `account_id` first in its key. */
export interface AccountDatabase
  extends AccountTables,
    AsyncJobTables,
    AttachmentTables,
    AssetTables,
    AuditLogTables,
    ApprovalTables,
    BookingTables,
    CascadingFieldTables,
    BlueprintTables,
    CommentTables,
    CopyTables,
    IdempotencyTables,
    CustomFieldTables,
    CustomItemTypeTables,
    DataExportTables,
    DependencyTables,
    FavoriteTables,
    FinanceTables,
    FolderTables,
    HourlyRateTables,
    GroupTables,
    ImportTables,
    InvitationTables,
    JobRoleTables,
    NotificationTables,
    PlaceholderTables,
    RollupTables,
    RecurrenceTables,
    RequestFormTables,
    SpaceTables,
    TaskTables,
    TimelogCategoryTables,
    TimelogLockTables,
    TimelogTables,
    TimerTables,
    TimesheetTables,
    UserScheduleTables,
    ViewTables,
    VisitTables,
    WebhookTables,
    WorkflowTables,
    WorkScheduleExceptionTables,
    WorkScheduleTables {
  account_user: ContactTables['account_user']
}

/** Every table of the server. */
export interface Database
  extends AccountDatabase,
    ConsoleTables,
    DeskTables,
    ContactTables,
    EventTables,
    IntegrationTables,
    MailingTables,
    OauthTables,
    ReleaseTables,
    RequestLogTables {}
