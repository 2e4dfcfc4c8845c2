import { setTimeout as sleep } from 'node:timers/promises'
import { decodeId } from '#ids/decode.ts'
import type { Data, Parameters } from './client.ts'
import { readCsv } from './csv.ts'
import { startWorld, type World } from './world.ts'

type Rows = Record<string, string>[]

/** A world with one of everything, and the files of its export. */
export interface ExportedWorld {
  world: World
  made: Record<'task' | 'sub' | 'next' | 'gone' | 'field' | 'group' | 'comment' | 'timelog' | 'file', Data>
  /** The rows of a table of the export. */
  table(name: string): Rows
  read(path: string, parameters?: Parameters): Promise<Data[]>
}

/** Starts it for a test file; close the world in `afterAll`. */
export async function startExportedWorld(): Promise<ExportedWorld> {
  const world = await startWorld()
  const made = await makeEverything(world)
  const [{ id }] = (await world.anna.post('/data_export')).body.data
  let done: Data
  do {
    await sleep(50)
    done = (await world.anna.get(`/data_export/${id}`)).body.data[0]
  } while (done.status !== 'Completed')
  const files: Record<string, Rows> = {}
  for (const { name, url } of done.resources)
    files[name] = readCsv(await (await world.anna.raw(new URL(url).pathname.replace('/api/v4', ''))).text())
  return {
    world,
    made,
    table: (name) => files[name] ?? [],
    read: async (path, parameters = {}) => (await world.anna.get(path, parameters)).body.data,
  }
}

/** The number in an id, as the files have it. */
export const number = (
  type:
    | 'Task'
    | 'Folder'
    | 'Contact'
    | 'CustomField'
    | 'CustomStatus'
    | 'Workflow'
    | 'Comment'
    | 'Timelog'
    | 'Attachment'
    | 'TimelogCategory',
  id: string,
) => String(Math.abs(decodeId(type, id)?.number ?? 0))

/** An instant or local date-time of the API, as the files have it. */
export const spaced = (instant: string) => instant.replace('T', ' ').replace('Z', '')
export const sorted = (values: string[]) => [...values].sort()

async function makeEverything(world: World): Promise<ExportedWorld['made']> {
  const { anna, ben, pond, dig, garden } = world
  const post = async (path: string, parameters: Parameters) => {
    const { status, body } = await anna.post(path, parameters)
    if (status !== 200) throw new Error(`${path}: ${body.errorDescription}`)
    return body.data[0]
  }
  const field = await post('/customfields', { title: 'Depth', type: 'Text' })
  const awkward = 'Quotes "here", commas, and\nlines'
  const task = await world.task({
    title: 'Rake, "the" big one',
    description: 'A <b>bold</b> move<br />, and more',
    importance: 'High',
    responsibles: [ben.id],
    dates: { start: '2026-03-02', due: '2026-03-04' },
    customFields: [{ id: field.id, value: awkward }],
  })
  const sub = await world.task({ title: 'Sub', superTasks: [task.id] })
  const next = await world.task({ title: 'Next', dates: { start: '2026-03-05', due: '2026-03-06' } })
  const gone = await world.task({ title: 'Gone' })
  await anna.delete(`/tasks/${gone.id}`)
  await anna.put(`/folders/${pond.id}`, {
    project: { ownersAdd: [ben.id], startDate: '2026-03-01', endDate: '2026-04-01' },
  })
  await anna.put(`/tasks/${task.id}`, { addParents: [garden.id] })
  await anna.put(`/tasks/${task.id}`, { customFields: [{ id: field.id, value: `${awkward}!` }] })
  const [{ customStatuses }] = (await anna.get('/workflows')).body.data
  const rule = { name: 'Feeding', scheduleType: 'Weekly', scheduleFrequency: 2, occurrenceLimit: 5 }
  await anna.put(`/tasks/${next.id}/recurrence`, rule)
  await anna.put(`/tasks/${dig.id}`, { customStatus: customStatuses.find((one: Data) => one.group === 'Completed').id })
  await post(`/tasks/${task.id}/dependencies`, { successorId: next.id, relationType: 'FinishToStart' })
  const mention = `<a class="stream-user-id avatar" rel="${ben.id}">@Ben</a>, look`
  const made = {
    task,
    sub,
    next,
    gone,
    field,
    group: await post('/groups', { title: 'Gardeners', members: [ben.id, world.cleo.id] }),
    comment: await post(`/tasks/${task.id}/comments`, { text: mention }),
    timelog: await post(`/tasks/${task.id}/timelogs`, { comment: 'Work', hours: 1.25, trackedDate: '2026-03-02' }),
    file: (await anna.upload(`/tasks/${task.id}/attachments`, 'map, old.txt', 'A map')).body.data[0],
  }
  const newer = await anna.upload(`/attachments/${made.file.id}`, 'map.txt', 'A newer map', { method: 'PUT' })
  if (newer.status !== 200) throw new Error(`a new version: ${newer.body.errorDescription}`)
  const parent = await post('/groups', { title: 'Everybody', members: [] })
  await anna.put(`/groups/${made.group.id}`, { parent: parent.id })
  return made
}
