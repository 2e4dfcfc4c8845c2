import { sql } from '#database/sql.ts'

/**
 * The status of a record of time: that of the timesheet which holds it, of several the one that binds most. An SQL
 * expression on `timelog`; a person has few sheets around a day, so that it is one look into the index of sheets.
 */
export const statusOfTime = sql<'NotSubmitted' | 'Pending' | 'Approved' | 'Rejected'>`coalesce((
  select s.status from timesheet s
  where s.account_id = timelog.account_id and s.person_id = timelog.person_id
    and timelog.tracked_date between s.period_start and s.period_end
  order by array_position(array['Approved', 'Pending', 'Rejected', 'NotSubmitted'], s.status) limit 1), 'NotSubmitted')`
