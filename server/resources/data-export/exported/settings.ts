import { sql } from '#database/sql.ts'
import { local, moment, notRemoved } from './moments.ts'
import { B, D, type ExportTable, N, S } from './table.ts'

const customField: ExportTable = {
  id: 'custom_field',
  columns: [N('custom_field_id'), S('custom_field_name'), S('custom_field_type'), D('when_added'), D('when_removed')],
  rows: (accountId) => sql`
    select f.custom_field_id, f.title as custom_field_name, f.type as custom_field_type, ${moment('f.created_at')} as when_added,
      ${notRemoved} as when_removed
    from custom_field f where f.account_id = ${accountId} order by f.custom_field_id`,
}

const timelogCategory: ExportTable = {
  id: 'timelog_category',
  columns: [
    N('timelog_category_id'),
    S('timelog_category_name'),
    N('timelog_category_order'),
    D('when_added'),
    D('when_removed'),
    N('workflow_id', 'workflow'),
  ],
  rows: (accountId) => sql`
    select c.timelog_category_id, c.name as timelog_category_name, c.position as timelog_category_order,
      ${notRemoved} as when_removed
    from timelog_category c where c.account_id = ${accountId} order by c.timelog_category_id`,
}

const workflow: ExportTable = {
  id: 'workflow',
  columns: [N('workflow_id'), B('is_strict_workflow'), D('when_added'), D('when_removed'), S('workflow_name')],
  rows: (accountId) => sql`
    select w.workflow_id, false as is_strict_workflow, ${moment('w.created_at')} as when_added, ${notRemoved} as when_removed,
      w.name as workflow_name
    from workflow w where w.account_id = ${accountId} order by w.workflow_id`,
}

const workflowStage: ExportTable = {
  id: 'workflow_stage',
  columns: [
    N('workflow_stage_id'),
    D('when_added'),
    D('when_removed'),
    N('workflow_id', 'workflow'),
    S('workflow_stage_color'),
    S('workflow_stage_group'),
    S('workflow_stage_name'),
    N('workflow_stage_order'),
  ],
  rows: (accountId) => sql`
    select s.custom_status_id as workflow_stage_id, ${moment('w.created_at')} as when_added, ${notRemoved} as when_removed,
      s.workflow_id, s.color as workflow_stage_color, s.status_group as workflow_stage_group, s.name as workflow_stage_name,
      s.position as workflow_stage_order
    from custom_status s join workflow w on w.account_id = s.account_id and w.workflow_id = s.workflow_id
    where s.account_id = ${accountId} order by s.custom_status_id`,
}

/** Series of tasks. */
const recurrence: ExportTable = {
  id: 'recurrence',
  columns: [
    N('recurrence_id'),
    D('recurrence_interval_end_date'),
    D('recurrence_interval_start_date'),
    S('recurrence_name'),
    N('recurrence_occurrence_limit'),
    N('recurrence_schedule_frequency'),
    S('recurrence_schedule_type'),
    S('recurrence_state'),
  ],
  rows: (accountId) => sql`
    select r.recurrence_id, ${local('r.interval_end_date')} as recurrence_interval_end_date,
      ${local('r.interval_start_date')} as recurrence_interval_start_date, r.name as recurrence_name,
      r.occurrence_limit as recurrence_occurrence_limit, r.schedule_frequency as recurrence_schedule_frequency,
      r.schedule_type as recurrence_schedule_type, r.state as recurrence_state
    from recurrence r where r.account_id = ${accountId} order by r.recurrence_id`,
}

export const settings = [customField, recurrence, timelogCategory, workflow, workflowStage]
