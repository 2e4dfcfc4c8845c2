import { sql } from '#database/sql.ts'
import { isWork } from './is-work.ts'
import { local, moment } from './moments.ts'
import { members } from './people.ts'
import { D, type ExportTable, N, S } from './table.ts'

const workItem: ExportTable = {
  id: 'work_item',
  columns: [
    N('work_id'),
    N('author_user_id', 'user'),
    D('when_created'),
    D('when_updated_last_time'),
    S('work_deleted_state'),
    S('work_name'),
    S('work_type'),
  ],
  rows: (accountId) => sql`
    select f.folder_id as work_id, f.author_id as author_user_id, ${moment('f.created_at')} as when_created,
      ${moment('f.updated_at')} as when_updated_last_time,
      case when f.deleted_at is null then 'Actual' else 'Deleted' end as work_deleted_state, f.title as work_name,
      case when f.is_project then 'Project' else 'Folder' end as work_type
    from folder f where f.account_id = ${accountId} and ${isWork(accountId, 'f.folder_id')}
    union all
    select t.task_id, t.author_id, ${moment('t.created_at')}, ${moment('t.updated_at')},
      case when t.deleted_at is null then 'Actual' else 'Deleted' end, t.title, 'Task'
    from task t where t.account_id = ${accountId} and ${isWork(accountId, 't.task_id')}`,
}

const workDescription: ExportTable = {
  id: 'work_description',
  columns: [N('work_id', 'work_item'), S('work_description_html')],
  rows: (accountId) => sql`
    select f.folder_id as work_id, f.description as work_description_html from folder f where f.account_id = ${accountId} and ${isWork(accountId, 'f.folder_id')}
    union all select t.task_id, t.description from task t where t.account_id = ${accountId} and ${isWork(accountId, 't.task_id')}`,
}

const workFolder: ExportTable = {
  id: 'work_folder',
  columns: [
    N('work_id', 'work_item'),
    N('folder_default_workflow_stage_id', 'workflow_stage'),
    N('workflow_id', 'workflow'),
  ],
  rows: (accountId) => sql`
    select f.folder_id as work_id, f.workflow_id from folder f where f.account_id = ${accountId} and ${isWork(accountId, 'f.folder_id')} order by f.folder_id`,
}

const workProject: ExportTable = {
  id: 'work_project',
  columns: [
    N('work_id', 'work_folder'),
    S('project_health_status'),
    D('project_planned_due_date'),
    D('project_planned_start_date'),
    D('when_project_created'),
    N('workflow_stage_id', 'workflow_stage'),
    N('billing_type_id'),
  ],
  rows: (accountId) => sql`
    select f.folder_id as work_id, ${local('f.project_end')} as project_planned_due_date,
      ${local('f.project_start')} as project_planned_start_date, ${moment('f.project_created_at')} as when_project_created,
      f.project_status_id as workflow_stage_id
    from folder f where f.account_id = ${accountId} and ${isWork(accountId, 'f.folder_id')} and f.is_project order by f.folder_id`,
}

const workSpace: ExportTable = {
  id: 'work_space',
  columns: [N('work_id', 'work_folder'), S('access_type')],
  rows: (accountId) => sql`
    select s.folder_id as work_id, s.access_type from space s where s.account_id = ${accountId} order by s.folder_id`,
}

/** Members of spaces; those who are in one through a group stand for themselves. */
const workSpaceUser: ExportTable = {
  id: 'work_space_user',
  columns: [N('space_id', 'work_space'), N('user_id', 'user'), S('user_role')],
  rows: (accountId) => sql`
    select s.folder_id as space_id, coalesce(m.person_id, s.principal_id) as user_id,
      case when bool_or(s.is_manager) then 'Manager' else 'Member' end as user_role
    from space p
    join folder_share s on s.account_id = p.account_id and s.folder_id = p.folder_id and s.kind = 'share'
    left join (${members(accountId)}) m on m.group_id = s.principal_id
    where p.account_id = ${accountId} and coalesce(m.person_id, s.principal_id) > 0
    group by 1, 2 order by 1, 2`,
}

/** What lies in what: folders, tasks and subtasks. */
const workGraph: ExportTable = {
  id: 'work_graph',
  columns: [N('nested_work_id', 'work_item'), D('when_added'), N('work_id', 'work_item')],
  rows: (accountId) => sql`
    select l.folder_id as nested_work_id, l.parent_id as work_id from folder_parent l where l.account_id = ${accountId} and ${isWork(accountId, 'l.folder_id')}
    union all
    select p.task_id, p.folder_id from task_placement p where p.account_id = ${accountId} and ${isWork(accountId, 'p.task_id')} and p.direct
    union all
    select s.task_id, s.super_task_id from super_task s where s.account_id = ${accountId} and ${isWork(accountId, 's.task_id')}`,
}

/** Tasks below projects, subtasks too; the depth is the shortest way down, 1 for a task right in the project. */
const workProjectToTask: ExportTable = {
  id: 'work_project_to_task',
  columns: [N('depth_level'), N('work_project_id', 'work_item'), N('work_task_id', 'work_item')],
  rows: (accountId) => sql`
    with recursive folders(project_id, folder_id, depth) as (
      select f.folder_id, f.folder_id, 1 from folder f where f.account_id = ${accountId} and ${isWork(accountId, 'f.folder_id')} and f.is_project
      union
      select b.project_id, l.folder_id, b.depth + 1 from folder_parent l join folders b on b.folder_id = l.parent_id
      where l.account_id = ${accountId}
    ),
    tasks(project_id, task_id, depth) as (
      select b.project_id, p.task_id, b.depth from folders b
      join task_placement p on p.account_id = ${accountId} and p.folder_id = b.folder_id and p.direct
      union
      select b.project_id, s.task_id, b.depth + 1 from super_task s join tasks b on b.task_id = s.super_task_id
      where s.account_id = ${accountId}
    )
    select min(depth) as depth_level, project_id as work_project_id, task_id as work_task_id from tasks group by 2, 3`,
}

export const workItems = [
  workDescription,
  workFolder,
  workGraph,
  workItem,
  workProject,
  workProjectToTask,
  workSpace,
  workSpaceUser,
]
