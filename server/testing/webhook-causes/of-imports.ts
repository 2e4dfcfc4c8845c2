import { ended } from '../background.ts'
import { type Cause, cause, row } from './cause.ts'

/** How the end of an import comes about. The event names the folder that was filled, and the file. */
export const ofImports: readonly Cause[] = [
  cause('ImportFromFileCompleted', 'the tasks of a file are made', async (world) => {
    const place = await world.folder({ title: 'Filled' })
    return async () => {
      const started = await row(world.anna.upload(`/folders/${place.id}/imports`, 'tasks.csv', 'title\nOne\nTwo'))
      await ended(world.anna, { id: started.asyncJobId })
      return { parentTaskGroupId: place.id, attachmentId: started.attachmentId }
    }
  }),
]
