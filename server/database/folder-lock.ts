import { open, readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'

/** The right to use a data folder, held by one server at a time. */
export interface FolderLock {
  release(): Promise<void>
}

/**
 * Takes the folder for this process. What a killed server left behind does not count: its process is gone, or its number
 * belongs to another that started later.
 *
 * @throws {Error} naming the process, if a living server uses the folder.
 */
export async function folderLock(folder: string): Promise<FolderLock> {
  const file = join(folder, 'taskwright.lock')
  const own = JSON.stringify({ pid: process.pid, started: await startOf(process.pid) })
  for (let attempt = 1; ; attempt++) {
    try {
      const handle = await open(file, 'wx')
      await handle.writeFile(own)
      await handle.close()
      return { release: () => rm(file, { force: true }) }
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST' || attempt === 3) throw error
    }
    const holder = await holderOf(file)
    if (holder)
      throw new Error(
        `Another Taskwright (process ${holder}) uses the folder ${folder}. Stop it, or choose another DATA_DIR`,
      )
    await rm(file, { force: true })
  }
}

async function holderOf(file: string): Promise<number | undefined> {
  const { pid, started } = JSON.parse((await readFile(file, 'utf8').catch(() => '')) || '{}') as {
    pid?: number
    started?: string
  }
  if (pid === undefined || pid === process.pid) return undefined
  return (await startOf(pid)) === started && started !== undefined ? pid : undefined
}

/** When a process started, in ticks since boot: tells a process from a later one of the same number. */
async function startOf(pid: number): Promise<string | undefined> {
  try {
    process.kill(pid, 0)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EPERM') return undefined
  }
  const status = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => undefined)
  return status === undefined ? 'unknown' : status.slice(status.lastIndexOf(')') + 2).split(' ')[19]
}
