import { sql } from '#database/sql.ts'

/**
 * Joined to a `task t`: as `up`, the folders above it that have rates, nearest first, and the contract type of its nearest
 * project that has one.
 */
export const placeOfWork = sql`
    left join lateral (
      with recursive above(folder_id, depth) as (
        select p.folder_id, 0 from task_placement p
        where p.account_id = t.account_id and p.task_id = t.task_id and p.deleted_with is null
        union
        select l.parent_id, a.depth + 1 from above a
        join folder_parent l on l.account_id = t.account_id and l.folder_id = a.folder_id and l.deleted_with is null
      ),
      nearest as (select folder_id, min(depth) as depth from above group by folder_id)
      select
        array_agg(n.folder_id order by n.depth, n.folder_id) filter (where exists (
          select from hourly_rate r where r.account_id = t.account_id and r.folder_id = n.folder_id)) as folders,
        (array_agg(f.contract_type order by n.depth, n.folder_id) filter (where f.contract_type is not null))[1] as contract_type
      from nearest n join folder f on f.account_id = t.account_id and f.folder_id = n.folder_id
    ) up on true`

/**
 * What tasks cost and bring, as a query of (item_id, metric, value): logged hours and planned minutes, times the rate of
 * the day, in the nearest folder above that has rates. Fees count where the time, the task or its nearest project is not
 * NonBillable. Planned minutes are those of the days that were said, or the total in equal parts for all who work on it.
 */
export const taskMetrics = (accountId: number, taskIds: readonly number[]) => sql`
  select s.task_id as item_id, m.metric, round(coalesce(m.value, 0)::numeric, 2)::double precision as value
  from (
    select t.task_id, t.effort_allocation as effort, t.billing_type, t.duration_minutes,
      coalesce(t.start_at::date, current_date) as planned_day,
      up.folders, up.contract_type
    from task t
    ${placeOfWork}
    where t.account_id = ${accountId} and t.task_id = any(${taskIds}::bigint[])
  ) s
  left join lateral (
    select
      sum(l.hours * hourly_rate_value(${accountId}, 'User', l.person_id, 'Bill', s.folders, l.tracked_date))
        filter (where coalesce(l.billing_type, s.billing_type, s.contract_type, 'Billable') = 'Billable') as fees,
      sum(l.hours * hourly_rate_value(${accountId}, 'User', l.person_id, 'Cost', s.folders, l.tracked_date)) as cost
    from timelog l where l.account_id = ${accountId} and l.task_id = s.task_id
  ) actual on true
  left join lateral (
    select
      sum(w.minutes / 60 * hourly_rate_value(${accountId}, w.kind, w.id, 'Bill', s.folders, w.day))
        filter (where coalesce(s.billing_type, s.contract_type, 'Billable') = 'Billable') as fees,
      sum(w.minutes / 60 * hourly_rate_value(${accountId}, w.kind, w.id, 'Cost', s.folders, w.day)) as cost
    from (
      select case when e ? 'placeholderId' then 'Placeholder' else 'User' end as kind,
        coalesce(e ->> 'placeholderId', e ->> 'personId')::bigint as id,
        (d ->> 'effortMinutes')::double precision as minutes, (d ->> 'date')::date as day
      from jsonb_array_elements(coalesce(s.effort -> 'responsibleAllocation', '[]')) e
      cross join jsonb_array_elements(coalesce(e -> 'dailyAllocation', '[]')) d
      where s.effort ->> 'mode' <> 'None'
      union all
      select a.kind, a.id, case s.effort ->> 'mode'
          when 'FullTime' then coalesce(s.duration_minutes, 0)
          else coalesce(s.effort ->> 'totalEffort', s.effort ->> 'allocatedEffort', '0')::double precision / count(*) over ()
        end, s.planned_day
      from (
        select 'User' as kind, person_id as id from task_responsible where account_id = ${accountId} and task_id = s.task_id
        union all
        select 'Placeholder', placeholder_id from task_placeholder where account_id = ${accountId} and task_id = s.task_id
      ) a
      where s.effort ->> 'mode' <> 'None' and not exists (
        select from jsonb_array_elements(coalesce(s.effort -> 'responsibleAllocation', '[]')) e where jsonb_array_length(coalesce(e -> 'dailyAllocation', '[]')) > 0)
    ) w
  ) planned on true
  cross join lateral (values
    ('actualFees', actual.fees), ('actualCost', actual.cost), ('plannedFees', planned.fees), ('plannedCost', planned.cost)
  ) m (metric, value)`

/** What projects cost and bring: the sums over all living tasks below, each once, and their budgets. */
export const projectMetrics = (accountId: number, folderIds: readonly number[]) => sql`
  select f.folder_id as item_id, m.metric, round(coalesce(m.value, 0)::numeric, 2)::double precision as value
  from folder f
  left join lateral (
    with recursive below(folder_id) as (
      select f.folder_id
      union
      select l.folder_id from below b join folder_parent l on l.account_id = f.account_id and l.parent_id = b.folder_id and l.deleted_with is null
    ),
    tasks as (
      select distinct p.task_id from below b
      join task_placement p on p.account_id = f.account_id and p.folder_id = b.folder_id and p.deleted_with is null
      join task t on t.account_id = p.account_id and t.task_id = p.task_id and t.deleted_at is null
    )
    select x.metric, sum(v.value) as value
    from (values ('actualFees'), ('actualCost'), ('plannedFees'), ('plannedCost')) x (metric)
    left join (tasks join finance_metric v on v.account_id = f.account_id and v.item_id = tasks.task_id and v.end_at is null)
      on v.metric = x.metric
    group by x.metric
    union all select 'budget', f.budget
  ) m on true
  where f.account_id = ${accountId} and f.folder_id = any(${folderIds}::bigint[]) and f.is_project`
