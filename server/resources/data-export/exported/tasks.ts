import { sql } from '#database/sql.ts'
import { isWork } from './is-work.ts'
import { local, moment } from './moments.ts'
import { D, type ExportTable, N, S } from './table.ts'

const workTask: ExportTable = {
  id: 'work_task',
  columns: [
    N('work_id', 'work_item'),
    N('effort'),
    S('effort_mode'),
    N('recurrence_id', 'recurrence'),
    D('task_completed_date'),
    N('task_duration_days'),
    S('task_importance'),
    D('task_planned_due_date'),
    D('task_planned_start_date'),
    S('task_planning_type'),
    S('task_workflow_stage_group'),
    N('workflow_stage_id', 'workflow_stage'),
    N('billing_type_id'),
  ],
  rows: (accountId) => sql`
    select t.task_id as work_id, (t.effort_allocation ->> 'totalEffort')::numeric as effort,
      case t.effort_allocation ->> 'mode' when 'FullTime' then 'Fulltime' else t.effort_allocation ->> 'mode' end as effort_mode, t.recurrence_id,
      ${moment('t.completed_at')} as task_completed_date, round(t.duration_minutes / 480.0, 2)::float8 as task_duration_days,
      t.importance as task_importance, ${local('t.due_at')} as task_planned_due_date,
      ${local('t.start_at')} as task_planned_start_date, t.date_type as task_planning_type,
      t.status_group as task_workflow_stage_group, t.custom_status_id as workflow_stage_id
    from task t where t.account_id = ${accountId} and ${isWork(accountId, 't.task_id')} order by t.task_id`,
}

/** People who do the work: of tasks those assigned, of projects the owners. */
const workAssignee: ExportTable = {
  id: 'work_assignee',
  columns: [N('user_id', 'user'), D('when_added'), N('work_id', 'work_item')],
  rows: (accountId) => sql`
    select r.person_id as user_id, r.task_id as work_id from task_responsible r where r.account_id = ${accountId} and ${isWork(accountId, 'r.task_id')}
    union all
    select o.person_id, o.folder_id from folder_owner o where o.account_id = ${accountId} and ${isWork(accountId, 'o.folder_id')}`,
}

const workTaskDependency: ExportTable = {
  id: 'work_task_dependency',
  columns: [
    S('dependency_type'),
    N('predecessor_task_work_id', 'work_task'),
    N('successor_task_work_id', 'work_task'),
    N('user_id', 'user'),
    D('when_added'),
  ],
  rows: (accountId) => sql`
    select d.relation_type as dependency_type, d.predecessor_id as predecessor_task_work_id,
      d.successor_id as successor_task_work_id
    from dependency d where d.account_id = ${accountId} and ${isWork(accountId, 'd.predecessor_id')} order by 2, 3`,
}

const workTaskFlexibleEffort: ExportTable = {
  id: 'work_task_flexible_effort',
  columns: [N('work_task_id', 'work_task'), N('user_id'), D('date'), N('effort_minutes')],
  rows: (accountId) => sql`
    select t.task_id as work_task_id, (who ->> 'userId')::bigint as user_id, day ->> 'date' || ' 00:00:00' as date,
      (day ->> 'effortMinutes')::float8 as effort_minutes
    from task t, jsonb_array_elements(t.effort_allocation -> 'responsibleAllocation') who,
      jsonb_array_elements(who -> 'dailyAllocation') day
    where t.account_id = ${accountId} and ${isWork(accountId, 't.task_id')} and t.effort_allocation ->> 'mode' = 'Flexible'`,
}

const workTimelog: ExportTable = {
  id: 'work_timelog',
  columns: [
    N('work_timelog_id'),
    N('timelog_category_id', 'timelog_category'),
    D('timelog_datetime'),
    N('timelog_minutes'),
    N('user_id', 'user'),
    D('when_added'),
    N('work_id', 'work_task'),
  ],
  rows: (accountId) => sql`
    select l.timelog_id as work_timelog_id, l.category_id as timelog_category_id, ${local('l.tracked_date')} as timelog_datetime,
      round((l.hours * 60)::numeric, 4)::float8 as timelog_minutes, l.person_id as user_id, ${moment('l.created_at')} as when_added,
      l.task_id as work_id
    from timelog l where l.account_id = ${accountId} order by l.timelog_id`,
}

const workTimelogComment: ExportTable = {
  id: 'work_timelog_comment',
  columns: [N('work_timelog_id', 'work_timelog'), S('timelog_comment_text')],
  rows: (accountId) => sql`
    select l.timelog_id as work_timelog_id, l.comment as timelog_comment_text
    from timelog l where l.account_id = ${accountId} and l.comment <> '' order by l.timelog_id`,
}

export const tasks = [
  workAssignee,
  workTask,
  workTaskDependency,
  workTaskFlexibleEffort,
  workTimelog,
  workTimelogComment,
]
