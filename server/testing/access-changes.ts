import { deriveFolderAccess } from '#access/folder-access.ts'
import type { Role } from '#access/roles.ts'
import { deriveTaskAccess } from '#access/task-access.ts'
import type { AccessGraph } from './access-graph.ts'
import { type Change, type Naive, people } from './naive-access.ts'

const add = <T>(set: Set<T>, value: T) => set.add(value)
const downward = (one: number, other: number): [number, number] => (one < other ? [one, other] : [other, one])
const drop = <T>(set: Set<T>, value: T) => set.delete(value)

/** Makes one change in the database, as the operations do, and in the definition. */
export async function applyChange(real: AccessGraph, naive: Naive, one: Change): Promise<void> {
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
