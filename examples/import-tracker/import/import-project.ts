import type { Folder } from '../api/models.ts'
import type { PlannedProject } from '../plan/plan.ts'
import { idsOf, projectDifferences } from './differences.ts'
import { only } from './space.ts'
import { newEntry, type Writing } from './writing.ts'

/** Creates a project, or changes what differs from the plan. */
export async function importProject(writing: Writing, planned: PlannedProject): Promise<void> {
  const { api, place, snapshot, changes } = writing
  const present = snapshot.projects.get(planned.key)
  if (!present) {
    snapshot.projects.set(planned.key, await createProject(writing, planned))
    changes.count('projects', 'created')
    return
  }
  const differences = projectDifferences(planned, present, place, snapshot)
  const isSame = Object.keys(differences).length === 0
  if (!isSame) await api.put(`/folders/${present.id}`, differences)
  changes.count('projects', isSame ? 'same' : 'changed')
}

async function createProject({ api, place, snapshot }: Writing, planned: PlannedProject): Promise<Folder> {
  const [parent, ...addParents] = idsOf(planned.parents, snapshot.projects, place.space.id)
  const { data } = await api.post<Folder>(`/folders/${parent}/folders`, {
    ...newEntry(planned, place),
    project: { status: planned.status, startDate: planned.days.start, endDate: planned.days.due },
  })
  const project = only(data)
  // The call that creates a folder takes one parent only.
  if (addParents.length > 0) await api.put(`/folders/${project.id}`, { addParents })
  return project
}
