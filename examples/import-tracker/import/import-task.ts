import type { Task } from '../api/models.ts'
import type { PlannedTask } from '../plan/plan.ts'
import { idsOf, taskDifferences } from './differences.ts'
import { customStatusId, only } from './space.ts'
import { newEntry, type Writing } from './writing.ts'

/** Creates a task, or changes what differs from the plan. */
export async function importTask(writing: Writing, planned: PlannedTask): Promise<void> {
  const { api, place, snapshot, changes } = writing
  const present = snapshot.tasks.get(planned.key)
  if (!present) {
    snapshot.tasks.set(planned.key, await createTask(writing, planned))
    changes.count('tasks', 'created')
    return
  }
  const differences = taskDifferences(planned, present, place, snapshot)
  const isSame = Object.keys(differences).length === 0
  if (!isSame) await api.put(`/tasks/${present.id}`, differences)
  changes.count('tasks', isSame ? 'same' : 'changed')
}

async function createTask({ api, place, snapshot }: Writing, planned: PlannedTask): Promise<Task> {
  const superTasks = idsOf(planned.superTasks, snapshot.tasks)
  // A task that is only a subtask is created at the root, as the reference says.
  const home = superTasks.length > 0 ? place.account.rootFolderId : place.space.id
  const [folder, ...parents] = idsOf(planned.projects, snapshot.projects, home)
  const status = customStatusId(place, planned.customStatus)
  const { data } = await api.post<Task>(`/folders/${folder}/tasks`, {
    ...newEntry(planned, place),
    ...(status === undefined ? { status: planned.status } : { customStatus: status }),
    importance: planned.importance,
    ...(planned.days ? { dates: { type: 'Planned', ...planned.days } } : {}),
    ...(parents.length > 0 ? { parents } : {}),
    ...(superTasks.length > 0 ? { superTasks } : {}),
  })
  return only(data)
}
