import * as core from './0001-core.ts'
import * as oauth from './0002-oauth.ts'
import * as server from './0003-server.ts'
import * as recurrence from './0010-recurrence.ts'
import * as workSchedules from './0012-work-schedules.ts'
import * as planning from './0013-planning.ts'
import * as financeAndInheritance from './0014-finance-and-inheritance.ts'
import * as attachments from './0015-attachments.ts'
import * as asyncJobs from './0016-async-jobs.ts'
import * as copies from './0017-copies-and-blueprints.ts'
import * as approvalsAndTime from './0018-approvals-and-time.ts'
import * as search from './0019-search.ts'
import * as audit from './0020-audit.ts'
import * as dataExport from './0021-data-export.ts'
import * as webhooks from './0030-webhooks.ts'
import * as webhooksOfPlainTokens from './0031-webhooks-of-plain-tokens.ts'
import * as requestLog from './0040-request-log.ts'
import * as peopleOfApplications from './0041-people-of-applications.ts'
import * as supportDesk from './0042-support-desk.ts'
import * as webhookRounds from './0043-webhook-rounds.ts'
import * as changePolicy from './0044-change-policy.ts'
import * as integrations from './0045-integrations.ts'
import * as apiReference from './0046-api-reference.ts'
import * as workApp from './0047-work-app.ts'
import * as imports from './0048-imports.ts'
import * as changesTogether from './0049-changes-together.ts'
import * as views from './0051-views.ts'
import * as finding from './0052-finding.ts'
import * as activity from './0053-activity.ts'
import * as notifications from './0054-notifications.ts'
import * as administration from './0055-administration.ts'
import * as timers from './0061-timers.ts'

/** All migrations, in order. They only ever go forward, and must be safe while an older server still runs. */
export const migrations = {
  '0001-core': core,
  '0002-oauth': oauth,
  '0003-server': server,
  '0010-recurrence': recurrence,
  '0012-work-schedules': workSchedules,
  '0013-planning': planning,
  '0014-finance-and-inheritance': financeAndInheritance,
  '0015-attachments': attachments,
  '0016-async-jobs': asyncJobs,
  '0017-copies-and-blueprints': copies,
  '0018-approvals-and-time': approvalsAndTime,
  '0019-search': search,
  '0020-audit': audit,
  '0021-data-export': dataExport,
  '0030-webhooks': webhooks,
  '0031-webhooks-of-plain-tokens': webhooksOfPlainTokens,
  '0040-request-log': requestLog,
  '0041-people-of-applications': peopleOfApplications,
  '0042-support-desk': supportDesk,
  '0043-webhook-rounds': webhookRounds,
  '0044-change-policy': changePolicy,
  '0045-integrations': integrations,
  '0046-api-reference': apiReference,
  '0047-work-app': workApp,
  '0048-imports': imports,
  '0049-changes-together': changesTogether,
  '0051-views': views,
  '0052-finding': finding,
  '0053-activity': activity,
  '0054-notifications': notifications,
  '0055-administration': administration,
  '0061-timers': timers,
}
