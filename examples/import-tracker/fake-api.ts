import type { Answer, Api } from './api/client.ts'
import type { Comment, CustomField, Dependency, Folder, Task } from './api/models.ts'

type Body = Record<string, unknown>
type Entry = Folder & Partial<Task> & { kind: 'project' | 'task' }

/** The part of the API that the import uses, in memory: enough to run it twice in a test. */
export interface FakeApi {
  api: Api
  entries: Entry[]
  /** The calls that wrote: method, path and names of parameters. */
  writes: string[]
  failAfter(writes: number): void
  forgetMetadata(): void
}

export function startFakeApi(): FakeApi {
  const entries: Entry[] = []
  const spaces: { id: string; title: string }[] = []
  const fields: CustomField[] = []
  const dependencies: Dependency[] = []
  const comments: (Comment & { on: string })[] = []
  const writes: string[] = []
  let writesLeft = Number.POSITIVE_INFINITY
  let lastNumber = 0
  const newId = (kind: string) => `${kind}${++lastNumber}`

  const lists: [RegExp, (id: string) => unknown[]][] = [
    [/^\/account$/, () => [{ id: 'account', name: 'Anna', rootFolderId: 'root' }]],
    [/^\/workflows$/, () => [{ id: 'workflow', standard: true, customStatuses: [inProgress] }]],
    [/^\/spaces$/, () => spaces],
    [/^\/spaces\/\w+\/customfields$/, () => fields],
    [/^\/spaces\/\w+\/folders$/, () => entries.filter((entry) => entry.kind === 'project')],
    [/^\/spaces\/\w+\/tasks$/, () => entries.filter((entry) => entry.kind === 'task').map(withDependencies)],
    [/^\/dependencies\/(.+)$/, (ids) => dependencies.filter((each) => ids.split(',').includes(each.id))],
    [/^\/(?:tasks|folders)\/(\w+)\/comments$/, (id) => comments.filter((each) => each.on === id)],
  ]
  const withDependencies = (task: Entry) => ({
    ...task,
    dependencyIds: dependencies
      .filter((each) => each.predecessorId === task.id || each.successorId === task.id)
      .map((each) => each.id),
  })

  const creations: [RegExp, (id: string, body: Body) => unknown][] = [
    [/^\/spaces$/, (_, body) => keep(spaces, { id: newId('space'), title: String(body.title) })],
    [/^\/customfields$/, (_, body) => keep(fields, { id: newId('field'), ...body } as CustomField)],
    [/^\/folders\/(\w+)\/folders$/, (parent, body) => keep(entries, newEntry('project', body, parent))],
    [/^\/folders\/(\w+)\/tasks$/, (folder, body) => keep(entries, newEntry('task', body, folder))],
    [
      /^\/tasks\/(\w+)\/dependencies$/,
      (successorId, body) => keep(dependencies, { id: newId('dependency'), successorId, ...body } as Dependency),
    ],
    [
      /^\/(?:tasks|folders)\/(\w+)\/comments$/,
      (on, body) => keep(comments, { id: newId('comment'), on, text: String(body.text) }),
    ],
  ]
  function newEntry(kind: Entry['kind'], body: Body, folder: string): Entry {
    const { parents = [], superTasks = [], customStatus, dates = {}, ...values } = body
    return {
      id: newId(kind),
      kind,
      parentIds: folder === 'root' ? [] : [folder, ...(parents as string[])],
      superTaskIds: superTasks as string[],
      ...(customStatus ? { customStatusId: String(customStatus), status: 'Active' } : {}),
      dates: dates as Task['dates'],
      ...values,
    } as Entry
  }

  function update(entry: Entry, body: Body) {
    const { addParents, removeParents, customFields, metadata, project, customStatus, ...values } = body
    const removed = (removeParents ?? []) as string[]
    Object.assign(entry, values, {
      parentIds: [...(entry.parentIds ?? []), ...((addParents ?? []) as string[])].filter(
        (id) => !removed.includes(id),
      ),
      customFields: merge('id', entry.customFields ?? [], (customFields ?? []) as { id: string; value: string }[]),
      metadata: merge('key', entry.metadata ?? [], (metadata ?? []) as { key: string; value: string }[]),
      ...(project ? { project: { ...entry.project, ...project } } : {}),
      ...(customStatus ? { customStatusId: customStatus } : {}),
    })
    return entry
  }

  function write(method: string, path: string, body: Body) {
    if (writesLeft-- <= 0) throw new Error('cut short')
    writes.push(`${method} ${path} ${Object.keys(body).join(',')}`)
  }

  return {
    entries,
    writes,
    failAfter: (number) => {
      writesLeft = number
    },
    forgetMetadata: () => {
      for (const entry of entries) entry.metadata = []
    },
    api: {
      get: async (path) => answer(structuredClone(matching(lists, path, []))),
      post: async (path, body) => {
        write('POST', path, body)
        return answer([structuredClone(matching(creations, path, [body]))])
      },
      put: async (path, body) => {
        write('PUT', path, body)
        const id = path.split('/')[2]
        const target = [...dependencies, ...fields].find((each) => each.id === id)
        const entry = entries.find((each) => each.id === id)
        return answer([entry ? update(entry, body) : Object.assign(target ?? {}, body)])
      },
      delete: async (path) => {
        write('DELETE', path, {})
        dependencies.splice(
          dependencies.findIndex((each) => path.endsWith(each.id)),
          1,
        )
        return answer([])
      },
    },
  }
}

const inProgress = { id: 'status-in-progress', name: 'In Progress', group: 'Active', hidden: false }

const answer = <T>(data: unknown): Answer<T> => ({ kind: 'fake', data: data as T[] })

function keep<T>(list: T[], thing: T): T {
  list.push(thing)
  return thing
}

function merge<T extends { value: string | null }>(name: keyof T, old: T[], values: T[]): T[] {
  const kept = old.filter((each) => !values.some((other) => other[name] === each[name]))
  return [...kept, ...values.filter((each) => each.value !== null)]
}

function matching<R>(routes: [RegExp, (id: string, body: Body) => R][], path: string, [body = {}]: Body[]): R {
  for (const [pattern, handle] of routes) {
    const found = path.match(pattern)
    if (found) return handle(found[1] ?? '', body)
  }
  throw new Error(`The fake has no ${path}`)
}
