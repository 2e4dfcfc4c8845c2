import { sql } from '#database/sql.ts'
import { moment, notRemoved } from './moments.ts'
import { B, D, type ExportTable, N, S } from './table.ts'

/** Everybody who is or was a user. When somebody left is known from the invitation or the removal's own change only. */
const user: ExportTable = {
  id: 'user',
  columns: [
    N('user_id'),
    S('email_address'),
    B('is_deactivated'),
    S('user_company'),
    S('user_department'),
    S('user_first_name'),
    S('user_full_name'),
    S('user_job_title'),
    S('user_last_name'),
    S('user_phone'),
    S('user_role'),
    D('when_added'),
    D('when_removed'),
  ],
  rows: (accountId) => sql`
    select u.person_id as user_id, p.email as email_address, u.state = 'inactive' as is_deactivated,
      p.company_name as user_company, p.first_name as user_first_name,
      trim(p.first_name || ' ' || p.last_name) as user_full_name, p.title as user_job_title, p.last_name as user_last_name,
      p.phone as user_phone,
      case u.role when 'owner' then 'Owner' when 'admin' then 'Admin' when 'external' then 'External'
        when 'collaborator' then 'Collaborator' else 'User' end as user_role,
      ${moment('u.joined_at')} as when_added,
      case u.state when 'removed' then ${moment('u.joined_at')} else ${notRemoved} end as when_removed
    from account_user u join person p on p.person_id = u.person_id
    where u.account_id = ${accountId} and u.state <> 'invited'
    order by u.person_id`,
}

const group: ExportTable = {
  id: 'group',
  columns: [N('group_id'), S('group_name'), D('when_added'), D('when_removed')],
  rows: (accountId) => sql`
    select -g.group_id as group_id, g.title as group_name, ${moment('g.created_at')} as when_added, ${notRemoved} as when_removed
    from user_group g where g.account_id = ${accountId} order by g.group_id desc`,
}

/** Members of groups, and of the groups inside them: inherited. */
export const members = (accountId: number) => sql`
  with recursive inside(group_id, member_of) as (
    select g.group_id, g.group_id from user_group g where g.account_id = ${accountId}
    union
    select p.group_id, i.member_of from group_parent p join inside i on i.group_id = p.parent_group_id
    where p.account_id = ${accountId}
  )
  select i.member_of as group_id, m.person_id, bool_and(i.group_id <> i.member_of) as is_inherited
  from inside i join group_member m on m.account_id = ${accountId} and m.group_id = i.group_id
  group by 1, 2`

const groupToUser: ExportTable = {
  id: 'group_to_user',
  columns: [N('group_id', 'group'), B('is_admin'), B('is_inherited'), N('user_id', 'user')],
  rows: (accountId) => sql`
    select -m.group_id as group_id, false as is_admin, m.is_inherited, m.person_id as user_id
    from (${members(accountId)}) m order by 1, 4`,
}

export const people = [user, group, groupToUser]
