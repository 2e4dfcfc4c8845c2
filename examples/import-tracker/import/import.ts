import type { Api } from '../api/client.ts'
import type { Plan } from '../plan/plan.ts'
import type { Progress } from '../progress.ts'
import { type Changes, startCounting } from './changes.ts'
import { importComments } from './import-comments.ts'
import { importDependencies } from './import-dependencies.ts'
import { importProject } from './import-project.ts'
import { importTask } from './import-task.ts'
import { readSnapshot } from './snapshot.ts'
import { openPlace, type Place } from './space.ts'

/**
 * Makes the space as planned. What is there already as it should be is left alone, so a run that was cut short goes on
 * where it stopped, and a second one writes nothing.
 */
export async function importPlan(
  api: Api,
  plan: Plan,
  spaceTitle: string,
  progress: Progress,
): Promise<{ place: Place; changes: Changes }> {
  const changes = startCounting()
  const { projects, tasks, dependencies, comments } = plan
  progress.start('Looking at what is there', projects.length + tasks.length + dependencies.length + comments.length)
  const values = [...projects, ...tasks].map((each) => each.fields)
  const place = await openPlace(api, spaceTitle, values, changes)
  const snapshot = await readSnapshot(api, place)
  const writing = { api, place, snapshot, changes }
  const earlier = new Set([...snapshot.projects.keys(), ...snapshot.tasks.keys()])

  for (const project of projects) {
    await importProject(writing, project)
    progress.step('Projects')
  }
  for (const task of tasks) {
    await importTask(writing, task)
    progress.step('Tasks')
  }
  await importDependencies(writing, dependencies, () => progress.step('Dependencies'))
  await importComments(writing, comments, earlier, () => progress.step('Comments'))
  progress.end()
  return { place, changes }
}
