import { sql } from '#database/sql.ts'
import { decodeAccountId, decodeId } from '#ids/decode.ts'
import type { IdType } from '#ids/types.ts'
import { moment } from './moments.ts'
import { D, type ExportTable, N, S } from './table.ts'

/** What events tell of tasks, folders and projects. */
const workChangeRevision: ExportTable = {
  id: 'work_change_revision',
  columns: [N('work_change_revision_id'), N('user_id', 'user'), D('when_work_changed'), N('work_id', 'work_item')],
  rows: (accountId) => sql`
    select e.event_id as work_change_revision_id, e.actor_id as user_id, ${moment('e.occurred_at')} as when_work_changed,
      e.entity_id as work_id
    from event e where e.account_id = ${accountId} and e.entity_type in ('task', 'folder')`,
}

const workStageHistory: ExportTable = {
  id: 'work_workflow_stage_history',
  columns: [
    D('change_datetime'),
    N('new_workflow_stage_id', 'workflow_stage'),
    N('old_workflow_stage_id', 'workflow_stage'),
    N('user_id', 'user'),
    N('work_id', 'work_item'),
  ],
  rows: (accountId) => sql`
    select ${moment('e.occurred_at')} as change_datetime,
      coalesce(e.after ->> 'custom_status_id', e.after ->> 'project_status_id')::bigint as new_workflow_stage_id,
      coalesce(e.before ->> 'custom_status_id', e.before ->> 'project_status_id')::bigint as old_workflow_stage_id,
      e.actor_id as user_id, e.entity_id as work_id
    from event e where e.account_id = ${accountId} and e.type in ('TaskStatusChanged', 'ProjectStatusChanged')`,
}

const workCustomFieldHistory: ExportTable = {
  id: 'work_custom_field_history',
  columns: [
    D('change_datetime'),
    N('custom_field_id', 'custom_field'),
    S('new_custom_field_value'),
    S('old_custom_field_value'),
    N('user_resource_id', 'user'),
    N('work_id', 'work_item'),
  ],
  rows: (accountId) => sql`
    select ${moment('e.occurred_at')} as change_datetime, v.key::bigint as custom_field_id, v.new as new_custom_field_value,
      v.old as old_custom_field_value, e.actor_id as user_resource_id, e.entity_id as work_id
    from event e, lateral (
      select coalesce(now.key, was.key) as key, now.value as new, was.value as old
      from jsonb_each_text(coalesce(e.after -> 'custom_fields', '{}')) now
      full join jsonb_each_text(coalesce(e.before -> 'custom_fields', '{}')) was on was.key = now.key
      where now.value is distinct from was.value
    ) v
    where e.account_id = ${accountId} and e.type in ('TaskCustomFieldChanged', 'FolderCustomFieldChanged')`,
}

const auditLog: ExportTable = {
  id: 'audit_log',
  columns: [
    N('audit_log_id'),
    N('audit_log_object_id'),
    S('audit_log_object_title'),
    S('audit_log_object_type'),
    S('audit_log_operation_change_json'),
    S('audit_log_operation_origin_json'),
    S('audit_log_operation_origin_location_country'),
    S('audit_log_operation_origin_location_state'),
    S('audit_log_operation_origin_user_time_zone'),
    D('audit_log_operation_time'),
    S('audit_log_operation_type'),
    N('operator_user_id', 'user'),
  ],
  rows: (accountId) => sql`
    select r.audit_record_id as audit_log_id, r.object_id as audit_log_object_id, r.object_name as audit_log_object_title,
      r.object_type as audit_log_object_type, r.details::text as audit_log_operation_change_json,
      jsonb_strip_nulls(jsonb_build_object('ipAddress', r.address, 'source', r.source))::text as audit_log_operation_origin_json,
      ${moment('r.occurred_at')} as audit_log_operation_time, r.operation as audit_log_operation_type,
      r.person_id as operator_user_id
    from audit_record r where r.account_id = ${accountId}`,
  read: (_accountId, row) => [
    { ...row, audit_log_object_id: numberOf(String(row.audit_log_object_type), String(row.audit_log_object_id)) },
  ],
}

const idTypes: Readonly<Record<string, Exclude<IdType, 'Account' | 'Dependency'>>> = {
  User: 'Contact',
  Group: 'Contact',
  Task: 'Task',
  Folder: 'Folder',
  Project: 'Folder',
  Space: 'Folder',
  Comment: 'Comment',
  Attachment: 'Attachment',
  Invitation: 'Invitation',
  CustomField: 'CustomField',
  Workflow: 'Workflow',
  DataExport: 'DataExport',
  Timesheet: 'Timesheet',
}

/** The number in the id of an object: the files have numbers only. An application has none. */
function numberOf(objectType: string, id: string): number | null {
  const type = idTypes[objectType]
  const number = type ? decodeId(type, id)?.number : decodeAccountId(id)
  return number === undefined ? null : Math.abs(number)
}

export const history = [auditLog, workChangeRevision, workCustomFieldHistory, workStageHistory]
