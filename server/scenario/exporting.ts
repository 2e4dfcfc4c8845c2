import { expect, test } from 'vitest'
import type { Data } from '#testing/client.ts'
import { readCsv } from '#testing/csv.ts'
import { number, spaced } from '#testing/exported-world.ts'
import { month } from './month.ts'

/** How many rows of the export were compared. */
export const exported = { tables: 0, rows: 0 }

/** A table of the export has these rows, in any order: no more, no fewer, these values. */
function same(table: string, wanted: Record<string, string>[]): void {
  const names = Object.keys(wanted[0] ?? {})
  const cut = (month.exported[table] ?? []).map((row) => Object.fromEntries(names.map((name) => [name, row[name]])))
  expect(inOrder(cut), table).toEqual(inOrder(wanted))
  exported.tables++
  exported.rows += wanted.length
}
const inOrder = (rows: Data[]) => rows.map((row) => JSON.stringify(row)).sort()

/** All tasks, page by page, and the deleted one. */
async function everyTask(): Promise<Data[]> {
  const { Anna } = month.team
  const found: Data[] = []
  let nextPageToken: string | undefined
  do {
    const { body } = await Anna.v4.get('/tasks', {
      subTasks: true,
      pageSize: 7,
      ...(nextPageToken && { nextPageToken }),
    })
    found.push(...body.data)
    nextPageToken = body.nextPageToken
  } while (nextPageToken)
  const ids = [...found.map(({ id }) => id), month.tasks.Drain.id]
  return Anna.get(`/tasks/${ids.join(',')}`)
}

/** The last day: Anna exports all there is. */
export function exporting(): void {
  let tasks: Data[]
  test('an export is made', async () => {
    const { v4 } = month.team.Anna
    const { status, body } = await v4.post('/data_export')
    expect(status).toBe(202)
    const path = `/data_export/${body.data[0].id}`
    let made: Data = {}
    const statusNow = async () => {
      made = (await v4.get(path)).body.data[0]
      return made.status
    }
    await expect.poll(statusNow, { timeout: 20_000, interval: 50 }).toBe('Completed')
    for (const { name, url } of made.resources)
      month.exported[name] = readCsv(await (await v4.raw(new URL(url).pathname.replace('/api/v4', ''))).text())
    tasks = await everyTask()
    expect(tasks.length).toBeGreaterThan(25)
  })

  test('every task is in it as the API has it', () => {
    same(
      'work_task',
      tasks.map((task) => ({
        work_id: number('Task', task.id),
        task_importance: task.importance,
        task_planning_type: task.dates.type,
        task_planned_start_date: spaced(task.dates.start ?? ''),
        task_planned_due_date: spaced(task.dates.due ?? ''),
        task_completed_date: spaced(task.completedDate ?? ''),
        task_workflow_stage_group: task.status,
        workflow_stage_id: number('CustomStatus', task.customStatusId),
      })),
    )
    const isTask = (row: Record<string, string>) => row.work_type === 'Task'
    month.exported.work_item_of_tasks = (month.exported.work_item ?? []).filter(isTask)
    same(
      'work_item_of_tasks',
      tasks.map((task) => ({
        work_id: number('Task', task.id),
        author_user_id: number('Contact', task.authorIds[0]),
        when_created: spaced(task.createdDate),
        work_deleted_state: task.scope === 'RbTask' ? 'Deleted' : 'Actual',
        work_name: task.title,
      })),
    )
  })

  test('who is to do them, what comes before what, and values of fields', async () => {
    const folders = await everyFolder()
    same('work_assignee', [
      ...tasks.flatMap(({ id, responsibleIds }) => responsibleIds.map((one: string) => owns(one, number('Task', id)))),
      ...folders.flatMap(({ id, project }) =>
        (project?.ownerIds ?? []).map((one: string) => owns(one, number('Folder', id))),
      ),
    ])
    const ids = [...new Set(tasks.flatMap(({ dependencyIds }) => dependencyIds))]
    const links = await month.team.Anna.get(`/dependencies/${ids.join(',')}`)
    same(
      'work_task_dependency',
      links.map(({ predecessorId, successorId, relationType }) => ({
        dependency_type: relationType,
        predecessor_task_work_id: number('Task', predecessorId),
        successor_task_work_id: number('Task', successorId),
      })),
    )
    same(
      'work_custom_field',
      tasks.flatMap(({ id, customFields }) =>
        customFields.map((field: Data) => ({
          custom_field_id: number('CustomField', field.id),
          custom_field_value: field.value,
          work_id: number('Task', id),
        })),
      ),
    )
  })

  test('folders, projects and spaces, without the personal ones of others', async () => {
    const folders = await everyFolder()
    const personal = new Set(
      (month.exported.work_space ?? []).filter((row) => row.access_type === 'Personal').map((row) => row.work_id),
    )
    month.exported.folders = (month.exported.work_item ?? []).filter(
      (row) => row.work_type !== 'Task' && !personal.has(row.work_id),
    )
    same(
      'folders',
      folders
        .filter(({ id }) => !personal.has(number('Folder', id)))
        .map((folder) => ({
          work_id: number('Folder', folder.id),
          work_name: folder.title,
          work_type: folder.project ? 'Project' : 'Folder',
          when_created: spaced(folder.createdDate),
        })),
    )
  })

  test('time, comments, files and people', async () => {
    const { Anna } = month.team
    same(
      'work_timelog',
      (await Anna.get('/timelogs')).map((log) => ({
        work_timelog_id: number('Timelog', log.id),
        timelog_minutes: String(log.hours * 60),
        timelog_datetime: `${log.trackedDate} 00:00:00`,
        user_id: number('Contact', log.userId),
        work_id: number('Task', log.taskId),
      })),
    )
    const comments = await Anna.get('/comments')
    same(
      'work_comment',
      comments.map((one) => ({
        work_comment_id: number('Comment', one.id),
        user_id: number('Contact', one.authorId),
        work_id: one.taskId ? number('Task', one.taskId) : number('Folder', one.folderId),
      })),
    )
    same(
      'work_comment_content',
      comments.map((one) => ({ work_comment_id: number('Comment', one.id), work_comment_text: one.text })),
    )
    const attached = await Promise.all(
      [`/tasks/${month.tasks.Line.id}`, `/folders/${month.project.id}`].map((path) =>
        Anna.get(`${path}/attachments`, { versions: true }),
      ),
    )
    same(
      'attachment_file',
      attached.flat().map((file) => ({
        attachment_file_api_id: file.id,
        attachment_file_name: file.name,
        attachment_file_size_bytes: String(file.size),
      })),
    )
    const people = (await Anna.get('/contacts')).filter(({ type }) => type === 'Person')
    same(
      'user',
      people.map((one) => ({
        user_id: number('Contact', one.id),
        email_address: one.profiles[0].email,
        user_full_name: `${one.firstName} ${one.lastName}`,
      })),
    )
  })
}

const owns = (contact: string, work_id: string) => ({ user_id: number('Contact', contact), work_id })

/** Every folder that Anna sees, with its details. */
async function everyFolder(): Promise<Data[]> {
  const { Anna } = month.team
  const [{ rootFolderId, recycleBinId }] = (await Anna.get('/account')) as [Data]
  const tree = await Anna.get('/folders')
  const ids = tree.map(({ id }) => id).filter((id) => id !== rootFolderId && id !== recycleBinId)
  return Anna.get(`/folders/${ids.join(',')}`)
}
