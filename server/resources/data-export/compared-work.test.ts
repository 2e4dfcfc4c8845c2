import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { encodeId } from '#ids/encode.ts'
import type { Data } from '#testing/client.ts'
import { type ExportedWorld, number, sorted, spaced, startExportedWorld } from '#testing/exported-world.ts'

/** Work as exported, row by row beside what the API answers. */
let { world, made, table, read } = {} as ExportedWorld
beforeAll(async () => {
  ;({ world, made, table, read } = await startExportedWorld())
})
afterAll(() => world.close())

/** All tasks and folders there are, deleted ones too, each read by id. */
const everyTask = async () => {
  const { rows } = await world.store.pool.query('select task_id from task order by task_id')
  return read(`/tasks/${rows.map((row) => encodeId('Task', world.accountId, row.task_id)).join(',')}`)
}
const everyFolder = async () => {
  const { rows } = await world.store.pool.query(
    `select f.folder_id from folder f where f.account_id = $1 and (f.title <> 'Personal' or f.author_id = $2)`,
    [world.accountId, world.anna.personId],
  )
  return read(`/folders/${rows.map((row) => encodeId('Folder', world.accountId, row.folder_id)).join(',')}`)
}

describe('work', () => {
  test('every task has its row, with the values of the API', async () => {
    const tasks = await everyTask()
    expect(table('work_task')).toHaveLength(tasks.length)
    for (const task of tasks) {
      const id = number('Task', task.id)
      const item = table('work_item').find((row) => row.work_id === id)
      expect(item).toEqual({
        work_id: id,
        author_user_id: number('Contact', task.authorIds[0]),
        when_created: spaced(task.createdDate),
        when_updated_last_time: spaced(task.updatedDate),
        work_deleted_state: task.scope === 'RbTask' ? 'Deleted' : 'Actual',
        work_name: task.title,
        work_type: 'Task',
      })
      expect(table('work_description').find((row) => row.work_id === id)?.work_description_html).toBe(task.description)
      expect(table('work_task').find((row) => row.work_id === id)).toMatchObject({
        task_importance: task.importance,
        task_planning_type: task.dates.type,
        task_planned_start_date: spaced(task.dates.start ?? ''),
        task_planned_due_date: spaced(task.dates.due ?? ''),
        task_completed_date: spaced(task.completedDate ?? ''),
        task_workflow_stage_group: task.status,
        workflow_stage_id: number('CustomStatus', task.customStatusId),
      })
    }
  })

  test('every folder, project and space has its rows', async () => {
    const folders = await everyFolder()
    const others = (
      await world.store.pool.query(
        `select count(*)::int as count from folder where account_id = $1 and title = 'Personal' and author_id <> $2`,
        [world.accountId, world.anna.personId],
      )
    ).rows[0].count
    expect(table('work_folder')).toHaveLength(folders.length + others)
    for (const folder of folders) {
      const id = number('Folder', folder.id)
      expect(table('work_item').find((row) => row.work_id === id)).toMatchObject({
        work_name: folder.title,
        work_type: folder.project ? 'Project' : 'Folder',
        when_created: spaced(folder.createdDate),
      })
      expect(table('work_folder').find((row) => row.work_id === id)?.workflow_id).toBe(
        number('Workflow', folder.workflowId),
      )
      const project = table('work_project').find((row) => row.work_id === id)
      expect(project?.project_planned_due_date ?? '').toBe(
        folder.project?.endDate ? `${folder.project.endDate} 00:00:00` : '',
      )
    }
  })

  test('spaces are those of the API, and the personal ones of others', async () => {
    const spaces = (await read('/spaces')).map((one: Data) => `${number('Folder', one.id)} ${one.accessType}`)
    const rows = table('work_space').map((row) => `${row.work_id} ${row.access_type}`)
    expect(rows).toEqual(expect.arrayContaining(spaces))
    expect(rows.filter((row) => !spaces.includes(row)).every((row) => row.endsWith('Personal'))).toBe(true)
  })

  test('what lies in what is that of the API', async () => {
    const isShown = (id: string) => id !== world.root && id !== world.bin
    const links = [
      ...(await everyTask()).flatMap((task: Data) => [
        ...task.parentIds.filter(isShown).map((parent: string) => [number('Task', task.id), number('Folder', parent)]),
        ...task.superTaskIds.map((parent: string) => [number('Task', task.id), number('Task', parent)]),
      ]),
      ...(await everyFolder()).flatMap((folder: Data) =>
        folder.parentIds
          .filter(isShown)
          .map((parent: string) => [number('Folder', folder.id), number('Folder', parent)]),
      ),
    ]
    const graph = table('work_graph').map((row) => `${row.nested_work_id} in ${row.work_id}`)
    const binned = number('Task', made.gone.id)
    expect(sorted(graph.filter((one) => !one.startsWith(`${binned} `)))).toEqual(
      sorted(links.filter(([child]) => child !== binned).map(([child, parent]) => `${child} in ${parent}`)),
    )
    const below = table('work_project_to_task').map((row) => `${row.depth_level} ${row.work_task_id}`)
    expect(below).toContain(`1 ${number('Task', made.task.id)}`)
    expect(below).toContain(`1 ${number('Task', made.sub.id)}`)
  })

  test('assignees and owners, dependencies', async () => {
    const wanted = [made.task, ...(await read(`/folders/${world.pond.id}`))].map((one: Data) => one.id)
    expect(table('work_assignee').map((row) => [row.user_id, row.work_id])).toEqual([
      [number('Contact', world.ben.id), number('Task', wanted[0])],
      [number('Contact', world.ben.id), number('Folder', wanted[1])],
    ])
    expect(table('work_task_dependency')).toMatchObject([
      {
        dependency_type: 'FinishToStart',
        predecessor_task_work_id: number('Task', made.task.id),
        successor_task_work_id: number('Task', made.next.id),
      },
    ])
  })

  test('values of custom fields, signs and lines as they are, and their history', async () => {
    const of = { custom_field_id: number('CustomField', made.field.id), work_id: number('Task', made.task.id) }
    const [task] = await read(`/tasks/${made.task.id}`)
    const [{ value }] = task.customFields
    expect(value).toContain('Quotes "here", commas, and')
    expect(table('work_custom_field')).toEqual([{ ...of, custom_field_value: value }])
    expect(table('work_custom_field_history')).toMatchObject([
      {
        ...of,
        new_custom_field_value: value,
        old_custom_field_value: value.slice(0, -1),
        user_resource_id: number('Contact', world.anna.id),
      },
    ])
  })

  test('the series that tasks belong to', async () => {
    const [series, ...others] = table('recurrence')
    expect(others).toEqual([])
    expect(series).toMatchObject({
      recurrence_name: 'Feeding',
      recurrence_interval_start_date: '2026-03-05 00:00:00',
      recurrence_interval_end_date: '',
      recurrence_occurrence_limit: '5',
      recurrence_schedule_frequency: '2',
      recurrence_schedule_type: 'Weekly',
      recurrence_state: 'Active',
    })
    const next = table('work_task').find((row) => row.work_id === number('Task', made.next.id))
    expect(next?.recurrence_id).toBe(series?.recurrence_id)
  })

  test('the history of statuses and of all changes', async () => {
    expect(table('work_workflow_stage_history')).toMatchObject([
      { work_id: number('Task', world.dig.id), user_id: number('Contact', world.anna.id) },
    ])
    const { rows } = await world.store.pool.query(
      `select count(*)::int as count from event where account_id = $1 and entity_type in ('task', 'folder')`,
      [world.accountId],
    )
    expect(table('work_change_revision')).toHaveLength(rows[0].count)
  })
})
