import { ended } from '../background.ts'
import { type Cause, cause, row } from './cause.ts'

/** How the end of a launch comes about. The event names what was made. */
export const ofBlueprints: readonly Cause[] = [
  cause('CreateFromBlueprintCompleted', 'a folder was made of a blueprint', async (world) => {
    const { garden, anna } = world
    const model = await world.folder({ title: 'Model' })
    const blueprint = await row(anna.post(`/folders/${model.id}/folder_blueprints`, { spaceId: garden.id }))
    return async () => {
      const wanted = { parent: garden.id, title: 'Made' }
      const job = await row(anna.post(`/folder_blueprints/${blueprint.id}/launch_async`, wanted))
      return { folderId: (await ended(anna, job)).result.folderId }
    }
  }),
  cause('CreateFromBlueprintCompleted', 'a task was made of a blueprint', async (world) => {
    const { garden, pond, anna } = world
    const model = await world.task({ title: 'Model' })
    const blueprint = await row(anna.post(`/tasks/${model.id}/task_blueprints`, { spaceId: garden.id }))
    return async () => {
      const wanted = { parentId: pond.id, title: 'Made' }
      const job = await row(anna.post(`/task_blueprints/${blueprint.id}/launch_async`, wanted))
      return { taskId: (await ended(anna, job)).result.taskId }
    }
  }),
]
