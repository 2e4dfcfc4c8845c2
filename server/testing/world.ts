import { encodeId } from '#ids/encode.ts'
import type { Data, Parameters } from './client.ts'
import { type People, type Person, startPeople } from './people.ts'

/**
 * The small world all tests share: in the account "Acme" Anna owns, Ben edits, Cleo reads and Dan has nothing shared with
 * him; Eve owns another account. The space Garden holds the project Pond with the task "Dig".
 */
export interface World extends People {
  ben: Person
  cleo: Person
  dan: Person
  garden: Data
  pond: Data
  dig: Data
  /** An id of the right form whose type hardly any parameter takes. */
  timelogLikeId: string
  /** More of anything, made by Anna through the API. */
  task(options?: { in?: Data; title?: string } & Parameters): Promise<Data>
  folder(options?: { in?: Data; title?: string } & Parameters): Promise<Data>
}

/** Starts a world of its own for a test file; close it in `afterAll`. */
export async function startWorld(environment: Record<string, string> = {}): Promise<World> {
  const people = await startPeople(environment)
  const { accountId, anna } = people
  const [ben, cleo, dan] = [await people.person('Ben'), await people.person('Cleo'), await people.person('Dan')]
  const accessRole = (number: number) => encodeId('AccessRole', accountId, number)
  const made = async (path: string, parameters: Parameters): Promise<Data> => {
    const { status, body } = await anna.post(path, parameters)
    if (status !== 200) throw new Error(`POST ${path}: ${status} ${JSON.stringify(body)}`)
    return body.data[0]
  }
  const garden = await made('/spaces', {
    accessType: 'Private',
    title: 'Garden',
    members: [
      { id: anna.id, accessRoleId: accessRole(0xffffffff), isManager: true },
      { id: ben.id, accessRoleId: accessRole(0xfffffffe), isManager: false },
      { id: cleo.id, accessRoleId: accessRole(0xfffffffc), isManager: false },
    ],
  })
  const folder: World['folder'] = ({ in: parent = garden, title = 'Folder', ...more } = {}) =>
    made(`/folders/${parent.id}/folders`, { title, ...more })
  const pond = await folder({ in: garden, title: 'Pond', project: {} })
  const task: World['task'] = ({ in: parent = pond, title = 'Task', ...more } = {}) =>
    made(`/folders/${parent.id}/tasks`, { title, ...more })
  const dig = await task({ title: 'Dig' })
  return {
    ...people,
    ben,
    cleo,
    dan,
    garden,
    pond,
    dig,
    task,
    folder,
    timelogLikeId: encodeId('Timelog', accountId, 1),
  }
}
