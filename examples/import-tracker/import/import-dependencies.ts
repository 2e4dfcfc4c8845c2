import type { Dependency, Task } from '../api/models.ts'
import type { PlannedDependency } from '../plan/plan.ts'
import type { Writing } from './writing.ts'

const relationType = 'FinishToStart'

/** Creates the dependencies that are missing, corrects lags, and removes those that the file has no more. */
export async function importDependencies(
  { api, snapshot, changes }: Writing,
  planned: PlannedDependency[],
  onStep: () => void,
): Promise<void> {
  const present = new Map(snapshot.dependencies.map((each) => [pairOf(each.predecessorId, each.successorId), each]))
  for (const each of planned) {
    const predecessor = taskOf(snapshot.tasks, each.predecessor)
    const successor = taskOf(snapshot.tasks, each.successor)
    const found = present.get(pairOf(predecessor.id, successor.id))
    present.delete(pairOf(predecessor.id, successor.id))
    if (!found) {
      const { lagTime } = each
      await api.post(`/tasks/${successor.id}/dependencies`, { predecessorId: predecessor.id, relationType, lagTime })
      changes.count('dependencies', 'created')
    } else if (isAsPlanned(found, each)) {
      changes.count('dependencies', 'same')
    } else {
      await api.put(`/dependencies/${found.id}`, { relationType, lagTime: each.lagTime })
      changes.count('dependencies', 'changed')
    }
    onStep()
  }
  for (const gone of present.values()) {
    await api.delete(`/dependencies/${gone.id}`)
    changes.count('dependencies', 'removed')
  }
}

const isAsPlanned = (found: Dependency, planned: PlannedDependency) =>
  found.relationType === relationType && (found.lagTime ?? 0) === planned.lagTime

/** Names the two ends of a dependency; a pair has one at most. */
export const pairOf = (predecessorId: string, successorId: string) => `${predecessorId} ${successorId}`

function taskOf(tasks: Map<string, Task>, key: string): Task {
  const task = tasks.get(key)
  if (!task) throw new Error(`There is no task for ${key}`)
  return task
}
