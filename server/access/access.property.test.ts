import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Store } from '#database/connect.ts'
import { createAccount } from '#resources/account/create-account.ts'
import { joinAccount, nameContact } from '#resources/contacts/person.ts'
import { applyChange } from '#testing/access-changes.ts'
import { type AccessGraph, clearGraph, plantGraph } from '#testing/access-graph.ts'
import { type Change, folders, groups, Naive, people, tasks } from '#testing/naive-access.ts'
import { testStore } from '#testing/store.ts'
import { type Caller, loadCaller } from './caller.ts'
import { permitAll } from './permit.ts'
import type { Role } from './roles.ts'
import { visible } from './visible.ts'
import { whyReached } from './why.ts'

const index = (count: number) => fc.nat({ max: count - 1 })
const role = fc.constantFrom<Role>(1, 2, 3, 4)
const changes: fc.Arbitrary<Change> = fc.oneof(
  fc.record({ do: fc.constantFrom('link', 'link', 'unlink'), child: index(folders), parent: index(folders) }),
  fc.record({
    do: fc.constantFrom('share', 'share', 'unshare'),
    folder: index(folders),
    principal: index(people + groups),
    role,
  }),
  fc.record({ do: fc.constant('inherit'), folder: index(folders), on: fc.boolean() }),
  fc.record({ do: fc.constantFrom('place', 'place', 'remove'), task: index(tasks), folder: index(folders) }),
  fc.record({ do: fc.constantFrom('nest', 'nest', 'free'), task: index(tasks), above: index(tasks) }),
  fc.record({ do: fc.constantFrom('give', 'take'), task: index(tasks), principal: index(people + groups) }),
  fc.record({ do: fc.constantFrom('join', 'join', 'leave'), group: index(groups), person: index(people) }),
  fc.record({ do: fc.constantFrom('subgroup', 'split'), group: index(groups), above: index(groups) }),
) as fc.Arbitrary<Change>

let store: Store
let acme: { accountId: number; personIds: number[] }
beforeAll(async () => {
  store = await testStore()
  const { accountId, personId } = await createAccount(store.database, { name: 'A', owner: { email: 'a@example.com' } })
  const personIds = [personId]
  for (const name of ['b', 'c']) {
    const next = await nameContact(store.database, { email: `${name}@example.com` })
    await joinAccount(store.database, accountId, next, 'external')
    personIds.push(next)
  }
  acme = { accountId, personIds }
})
afterAll(() => store.close())

test('materialised access equals its definition after any changes', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(changes, { minLength: 12, maxLength: 28, size: 'max' }), async (list) => {
      const naive = new Naive()
      const real = await plantGraph(store.database, acme)
      await store.database.transaction().execute(async (database) => {
        for (const one of list) await applyChange({ ...real, database }, naive, one)
      })
      await Promise.all([
        ...Array.from({ length: people }, (_, person) => compare(real, naive, person)),
        compareWays(real, naive, runs++),
      ])
      await clearGraph(real)
    }),
    { numRuns: Number(process.env.ACCESS_RUNS ?? 1000) },
  )
}, 300_000)

let runs = 0

/** Of a folder and a task, another in each run: everybody who reaches them, with the role, by every way and by no other. */
async function compareWays(real: AccessGraph, naive: Naive, run: number): Promise<void> {
  const [folder, task] = [run % folders, run % tasks]
  const all = Array.from({ length: people + groups }, (_, principal) => principal)
  for (const [place, ways, roleOf] of [
    [
      { on: 'folder', id: real.folder[folder] as number },
      naive.waysToFolder(folder),
      (person: number) => naive.folderRole(person, folder),
    ],
    [
      { on: 'task', id: real.task[task] as number },
      naive.waysToTask(task),
      (person: number) => naive.taskRole(person, task),
    ],
  ] as const) {
    const found = await whyReached(store.database, real.accountId, place)
    const expected = all.flatMap((principal) => {
      const means = principal < people ? naive.principalsOf(principal) : new Set([principal])
      const own = [...ways].filter((way) => means.has(Number(way.split(' ')[1])))
      return own.length > 0 ? [[principal, own.sort()] as const] : []
    })
    const told = found.map(({ principal, ways }) => {
      const index = real.principal.indexOf(principal)
      const named = ways.map(({ on, id, group, role }) => {
        const at = (on === 'folder' ? real.folder : real.task).indexOf(id)
        return `${on}:${at} ${group === null ? index : real.principal.indexOf(group)} ${role}`
      })
      return [index, named.sort()] as const
    })
    expect(told.sort(([one], [other]) => one - other)).toEqual(expected)
    for (const { principal, role } of found.filter(({ principal }) => principal > 0))
      expect(role).toBe(roleOf(real.principal.indexOf(principal)))
  }
}

async function compare(real: AccessGraph, naive: Naive, person: number): Promise<void> {
  const who = { accountId: real.accountId, personId: real.principal[person] as number, scopes: [], clientId: '' }
  const caller = (await loadCaller(store.database, who)) as Caller
  const expectedFolders = real.folder.filter((_, folder) => naive.folderRole(person, folder) > 0)
  const expectedTasks = real.task.filter((_, task) => naive.taskRole(person, task) > 0)

  const seenFolders = await visible(caller, 'folders')
    .select('folder_id')
    .where('folder_id', 'in', real.folder)
    .execute()
  expect(seenFolders.map((row) => row.folder_id).sort()).toEqual(expectedFolders.sort())
  for (const reach of ['wide', 'narrow']) {
    Object.assign(caller, { reach })
    const seenTasks = await visible(caller, 'tasks').select('task_id').where('task_id', 'in', real.task).execute()
    expect(seenTasks.map((row) => row.task_id).sort()).toEqual(expectedTasks.sort())
  }
  const permits = await permitAll(caller, 'read', [
    ...expectedFolders.map((folder) => ({ folder })),
    ...expectedTasks.map((task) => ({ task })),
  ])
  expect(permits.map((permit) => permit.role)).toEqual([
    ...expectedFolders.map((id) => naive.folderRole(person, real.folder.indexOf(id))),
    ...expectedTasks.map((id) => naive.taskRole(person, real.task.indexOf(id))),
  ])
}
