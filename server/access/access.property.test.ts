import fc from 'fast-check'
import type { Kysely } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Store } from '#database/connect.ts'
import type { Database } from '#database/schema.ts'
import { createAccount } from '#resources/account/create-account.ts'
import { joinAccount, nameContact } from '#resources/contacts/person.ts'
import { type Change, folders, groups, Naive, people, tasks } from '#testing/naive-access.ts'
import { testStore } from '#testing/store.ts'
import { type Caller, loadCaller } from './caller.ts'
import { deriveFolderAccess } from './folder-access.ts'
import { permitAll } from './permit.ts'
import type { Role } from './roles.ts'
import { deriveTaskAccess } from './task-access.ts'
import { visible } from './visible.ts'

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

/** The same graph in the database: numbers of its rows by index. */
interface Real {
  database: Kysely<Database>
  accountId: number
  folder: number[]
  task: number[]
  principal: number[]
}

let store: Store
let people_: { accountId: number; personIds: number[] }
beforeAll(async () => {
  store = await testStore()
  const { accountId, personId } = await createAccount(store.database, { name: 'A', owner: { email: 'a@example.com' } })
  const personIds = [personId]
  for (const name of ['b', 'c']) {
    const next = await nameContact(store.database, { email: `${name}@example.com` })
    await joinAccount(store.database, accountId, next, 'external')
    personIds.push(next)
  }
  people_ = { accountId, personIds }
})
afterAll(() => store.close())

test('materialised access equals its definition after any changes', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(changes, { minLength: 12, maxLength: 28, size: 'max' }), async (list) => {
      const naive = new Naive()
      const real = await plant()
      await store.database.transaction().execute(async (database) => {
        for (const one of list) await apply({ ...real, database }, naive, one)
      })
      for (let person = 0; person < people; person++) await compare(real, naive, person)
      await clear(real)
    }),
    { numRuns: Number(process.env.ACCESS_RUNS ?? 1000) },
  )
}, 300_000)

async function plant(): Promise<Real> {
  const { database } = store
  const { accountId, personIds } = people_
  const account = { account_id: accountId }
  const rows = await database
    .insertInto('folder')
    .values(
      Array.from({ length: folders }, (_, n) => ({
        ...account,
        title: `F${n}`,
        author_id: 1,
        workflow_id: 2 ** 32 - accountId,
      })),
    )
    .returning('folder_id')
    .execute()
  const work = await database
    .insertInto('task')
    .values(
      Array.from({ length: tasks }, (_, n) => ({
        ...account,
        title: `T${n}`,
        author_id: 1,
        custom_status_id: 0,
        status_group: 'Active' as const,
        priority: 'a',
      })),
    )
    .returning('task_id')
    .execute()
  const made = await database
    .insertInto('user_group')
    .values(
      Array.from({ length: groups }, (_, n) => ({
        ...account,
        title: `G${n}`,
        avatar_letters: 'G',
        avatar_color: '#000000',
      })),
    )
    .returning('group_id')
    .execute()
  return {
    database,
    accountId,
    folder: rows.map((row) => row.folder_id),
    task: work.map((row) => row.task_id),
    principal: [...personIds, ...made.map((row) => row.group_id)],
  }
}

const add = <T>(set: Set<T>, value: T) => set.add(value)
const downward = (one: number, other: number): [number, number] => (one < other ? [one, other] : [other, one])
const drop = <T>(set: Set<T>, value: T) => set.delete(value)

async function apply(real: Real, naive: Naive, one: Change): Promise<void> {
  const { database, accountId: account_id } = real
  const ignore = (conflict: { doNothing(): unknown }) => conflict.doNothing() as never
  switch (one.do) {
    case 'link':
    case 'unlink': {
      const [parent, child] = downward(one.parent, one.child)
      if (parent === child) return
      const row = {
        account_id,
        folder_id: real.folder[child] as number,
        parent_id: real.folder[parent] as number,
      }
      ;(one.do === 'link' ? add : drop)(naive.parents[child] as Set<number>, parent)
      if (one.do === 'link') await database.insertInto('folder_parent').values(row).onConflict(ignore).execute()
      else
        await database
          .deleteFrom('folder_parent')
          .where('folder_id', '=', row.folder_id)
          .where('parent_id', '=', row.parent_id)
          .execute()
      return deriveFolderAccess(database, account_id, [row.folder_id])
    }
    case 'share':
    case 'unshare': {
      const row = {
        account_id,
        folder_id: real.folder[one.folder] as number,
        principal_id: real.principal[one.principal] as number,
      }
      const shares = naive.shares[one.folder] as Map<number, Role>
      await database
        .deleteFrom('folder_share')
        .where('folder_id', '=', row.folder_id)
        .where('principal_id', '=', row.principal_id)
        .execute()
      shares.delete(one.principal)
      if (one.do === 'share') {
        shares.set(one.principal, one.role)
        await database
          .insertInto('folder_share')
          .values({ ...row, role: one.role })
          .execute()
      }
      return deriveFolderAccess(database, account_id, [row.folder_id])
    }
    case 'inherit': {
      naive.inherits[one.folder] = one.on
      const folder_id = real.folder[one.folder] as number
      await database.updateTable('folder').set({ inherits_access: one.on }).where('folder_id', '=', folder_id).execute()
      return deriveFolderAccess(database, account_id, [folder_id])
    }
    case 'place':
    case 'remove': {
      const row = { account_id, task_id: real.task[one.task] as number, folder_id: real.folder[one.folder] as number }
      ;(one.do === 'place' ? add : drop)(naive.placed[one.task] as Set<number>, one.folder)
      if (one.do === 'place') {
        await database
          .insertInto('task_placement')
          .values({ ...row, direct: true })
          .onConflict((conflict) =>
            conflict.columns(['account_id', 'task_id', 'folder_id']).doUpdateSet({ direct: true }),
          )
          .execute()
      } else {
        const key = database
          .deleteFrom('task_placement')
          .where('task_id', '=', row.task_id)
          .where('folder_id', '=', row.folder_id)
        await key.where('inherited', '=', false).execute()
        await database
          .updateTable('task_placement')
          .set({ direct: false })
          .where('task_id', '=', row.task_id)
          .where('folder_id', '=', row.folder_id)
          .execute()
      }
      return deriveTaskAccess(database, account_id, [row.task_id])
    }
    case 'nest':
    case 'free': {
      if (one.above >= one.task) return
      const row = { account_id, task_id: real.task[one.task] as number, super_task_id: real.task[one.above] as number }
      ;(one.do === 'nest' ? add : drop)(naive.above[one.task] as Set<number>, one.above)
      if (one.do === 'nest') await database.insertInto('super_task').values(row).onConflict(ignore).execute()
      else
        await database
          .deleteFrom('super_task')
          .where('task_id', '=', row.task_id)
          .where('super_task_id', '=', row.super_task_id)
          .execute()
      return deriveTaskAccess(database, account_id, [row.task_id])
    }
    case 'give':
    case 'take': {
      const row = {
        account_id,
        task_id: real.task[one.task] as number,
        principal_id: real.principal[one.principal] as number,
      }
      ;(one.do === 'give' ? add : drop)(naive.given[one.task] as Set<number>, one.principal)
      if (one.do === 'give') await database.insertInto('task_share').values(row).onConflict(ignore).execute()
      else
        await database
          .deleteFrom('task_share')
          .where('task_id', '=', row.task_id)
          .where('principal_id', '=', row.principal_id)
          .execute()
      return deriveTaskAccess(database, account_id, [row.task_id])
    }
    case 'join':
    case 'leave': {
      const row = {
        account_id,
        group_id: real.principal[people + one.group] as number,
        person_id: real.principal[one.person] as number,
      }
      ;(one.do === 'join' ? add : drop)(naive.members[one.group] as Set<number>, one.person)
      if (one.do === 'join') await database.insertInto('group_member').values(row).onConflict(ignore).execute()
      else
        await database
          .deleteFrom('group_member')
          .where('group_id', '=', row.group_id)
          .where('person_id', '=', row.person_id)
          .execute()
      return
    }
    case 'subgroup':
    case 'split': {
      if (one.above >= one.group) return
      const row = {
        account_id,
        group_id: real.principal[people + one.group] as number,
        parent_group_id: real.principal[people + one.above] as number,
      }
      ;(one.do === 'subgroup' ? add : drop)(naive.superGroups[one.group] as Set<number>, one.above)
      if (one.do === 'subgroup') await database.insertInto('group_parent').values(row).onConflict(ignore).execute()
      else
        await database
          .deleteFrom('group_parent')
          .where('group_id', '=', row.group_id)
          .where('parent_group_id', '=', row.parent_group_id)
          .execute()
      return
    }
    default:
      one satisfies never
  }
}

async function compare(real: Real, naive: Naive, person: number): Promise<void> {
  const who = { accountId: real.accountId, personId: real.principal[person] as number, scopes: [], clientId: '' }
  const caller = (await loadCaller(store.database, who)) as Caller
  const expectedFolders = real.folder.filter((_, folder) => naive.folderRole(person, folder) > 0)
  const expectedTasks = real.task.filter((_, task) => naive.taskRole(person, task) > 0)

  const seenFolders = await visible(caller, 'folders')
    .select('folder_id')
    .where('folder_id', 'in', real.folder)
    .execute()
  expect(seenFolders.map((row) => row.folder_id).sort()).toEqual(expectedFolders.sort())
  const callers = [caller, (await loadCaller(store.database, who)) as Caller]
  Object.assign(callers[0] as Caller, { reach: 'wide' })
  Object.assign(callers[1] as Caller, { reach: 'narrow' })
  for (const reaching of callers) {
    const seenTasks = await visible(reaching, 'tasks').select('task_id').where('task_id', 'in', real.task).execute()
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

async function clear(real: Real): Promise<void> {
  const { database } = store
  for (const table of [
    'super_task',
    'task_placement',
    'task_share',
    'task_access',
    'folder_parent',
    'folder_share',
  ] as const)
    await database.deleteFrom(table).where('account_id', '=', real.accountId).execute()
  await database.deleteFrom('folder_access').where('folder_id', 'in', real.folder).execute()
  await database.deleteFrom('task').where('account_id', '=', real.accountId).execute()
  await database.deleteFrom('folder').where('folder_id', 'in', real.folder).execute()
  await database.deleteFrom('user_group').where('group_id', 'in', real.principal.slice(people)).execute()
}
