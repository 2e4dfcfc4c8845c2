import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Data } from '#testing/client.ts'
import { type ExportedWorld, number, sorted, spaced, startExportedWorld } from '#testing/exported-world.ts'

/** The account and what is around work as exported, row by row beside what the API answers. */
let { world, made, table, read } = {} as ExportedWorld
beforeAll(async () => {
  ;({ world, made, table, read } = await startExportedWorld())
})
afterAll(() => world.close())

describe('around work', () => {
  test('comments, with those they mention', async () => {
    const comments = await read(`/tasks/${made.task.id}/comments`)
    expect(table('work_comment')).toEqual(
      comments.map((one: Data) => ({
        work_comment_id: number('Comment', one.id),
        user_id: number('Contact', one.authorId),
        when_comment_created: spaced(one.createdDate),
        work_id: number('Task', one.taskId),
      })),
    )
    expect(table('work_comment_content').map((row) => row.work_comment_text)).toEqual(
      comments.map((one: Data) => one.text),
    )
    expect(table('work_comment_to_mention')).toEqual([
      { group_id: '', user_id: number('Contact', world.ben.id), work_comment_id: number('Comment', made.comment.id) },
    ])
  })

  test('timelogs and their comments', async () => {
    const [timelog] = await read('/timelogs')
    expect(table('work_timelog')).toMatchObject([
      {
        work_timelog_id: number('Timelog', timelog.id),
        timelog_minutes: String(timelog.hours * 60),
        timelog_datetime: `${timelog.trackedDate} 00:00:00`,
        user_id: number('Contact', timelog.userId),
        work_id: number('Task', timelog.taskId),
      },
    ])
    expect(table('work_timelog_comment').map((row) => row.timelog_comment_text)).toEqual([timelog.comment])
  })

  test('files and their versions', async () => {
    const versions = await read(`/tasks/${made.task.id}/attachments`, { versions: true })
    expect(
      sorted(
        table('attachment_file').map(
          (row) => `${row.attachment_file_api_id} ${row.attachment_file_name} ${row.attachment_file_size_bytes}`,
        ),
      ),
    ).toEqual(sorted(versions.map((one: Data) => `${one.id} ${one.name} ${one.size}`)))
    expect(table('work_attachment')).toHaveLength(1)
    expect(table('work_attachment_to_attachment_file').map((row) => row.attachment_version)).toEqual(['1', '2'])
  })
})

describe('the account', () => {
  test('users', async () => {
    const contacts = (await read('/contacts')).filter((one: Data) => one.type === 'Person')
    expect(sorted(table('user').map((row) => `${row.user_id} ${row.email_address} ${row.user_full_name}`))).toEqual(
      sorted(
        contacts.map(
          (one: Data) => `${number('Contact', one.id)} ${one.profiles[0].email} ${one.firstName} ${one.lastName}`,
        ),
      ),
    )
    expect(table('user').find((row) => row.user_id === number('Contact', world.anna.id))?.user_role).toBe('Owner')
  })

  test('groups and their members, through subgroups too', async () => {
    const groups = await read('/groups')
    expect(sorted(table('group').map((row) => row.group_name ?? ''))).toEqual(
      sorted(groups.map((one: Data) => one.title)),
    )
    const direct = table('group_to_user').filter((row) => row.is_inherited === 'false')
    expect(sorted(direct.map((row) => `${row.group_id} ${row.user_id}`))).toEqual(
      sorted(
        groups.flatMap((one: Data) =>
          one.memberIds.map((member: string) => `${number('Contact', one.id)} ${number('Contact', member)}`),
        ),
      ),
    )
    expect(table('group_to_user').filter((row) => row.is_inherited === 'true')).toHaveLength(2)
  })

  test('members of spaces', async () => {
    const spaces = (await read('/spaces', { fields: ['members'] })) as Data[]
    const garden = spaces.find((one) => one.id === world.garden.id)
    const rows = table('work_space_user').filter((row) => row.space_id === number('Folder', world.garden.id))
    expect(sorted(rows.map((row) => `${row.user_id} ${row.user_role}`))).toEqual(
      sorted(garden.members.map((one: Data) => `${number('Contact', one.id)} ${one.isManager ? 'Manager' : 'Member'}`)),
    )
  })

  test('workflows, statuses, custom fields and categories', async () => {
    const workflows = await read('/workflows')
    expect(table('workflow').map((row) => row.workflow_name)).toEqual(workflows.map((one: Data) => one.name))
    expect(
      sorted(
        table('workflow_stage').map(
          (row) => `${row.workflow_stage_id} ${row.workflow_stage_name} ${row.workflow_stage_group}`,
        ),
      ),
    ).toEqual(
      sorted(
        workflows
          .flatMap((one: Data) => one.customStatuses)
          .map((one: Data) => `${number('CustomStatus', one.id)} ${one.name} ${one.group}`),
      ),
    )
    expect(table('custom_field').map((row) => [row.custom_field_name, row.custom_field_type])).toEqual(
      (await read('/customfields')).map((one: Data) => [one.title, one.type]),
    )
    expect(table('timelog_category').map((row) => [row.timelog_category_id, row.timelog_category_name])).toEqual(
      (await read('/timelog_categories')).map((one: Data) => [number('TimelogCategory', one.id), one.name]),
    )
  })

  test('the audit log as of then, with numbers in place of ids', async () => {
    const records = await read('/audit_log', { operations: ['TaskCreated'] })
    const rows = table('audit_log').filter((row) => row.audit_log_operation_type === 'TaskCreated')
    expect(rows.map((row) => row.audit_log_object_title)).toEqual(records.map((one: Data) => one.objectName).reverse())
    const dig = rows.find((row) => row.audit_log_object_title === 'Dig')
    expect(dig?.audit_log_object_id).toBe(number('Task', world.dig.id))
  })

  test('nothing of another account', async () => {
    expect(table('user').some((row) => row.email_address === 'eve@example.com')).toBe(false)
    const { rows } = await world.store.pool.query('select folder_id::text as id from folder where account_id <> $1', [
      world.accountId,
    ])
    expect(table('work_item').filter((row) => rows.some(({ id }) => id === row.work_id))).toEqual([])
  })
})
