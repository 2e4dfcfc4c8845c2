import { link, readFile, rename, rm, writeFile } from 'node:fs/promises'
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
  const own = `${file}.${process.pid}`
  await writeFile(own, JSON.stringify({ pid: process.pid, started: await startOf(process.pid) }))
  try {
    while (!(await linked(own, file))) await removeStale(file, folder)
  } finally {
    await rm(own, { force: true })
  }
  return { release: () => rm(file, { force: true }) }
}

/** A link is made whole or not at all: nobody ever reads half a lock. */
async function linked(own: string, file: string): Promise<boolean> {
  try {
    await link(own, file)
    return true
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false
    throw error
  }
}

async function removeStale(file: string, folder: string): Promise<void> {
  const content = await readFile(file, 'utf8').catch(() => undefined)
  if (content === undefined) return
  const holder = await holderOf(content)
  if (holder !== undefined)
    throw new Error(
      `Another Taskwright (process ${holder}) uses the folder ${folder}. Stop it, or choose another DATA_DIR`,
    )
  // Two that start together may both find it stale. What is put aside is looked at again: if it is the fresh lock of the
  // faster one, it goes back.
  const aside = `${file}.stale.${process.pid}`
  await rename(file, aside).catch(() => {})
  const removed = await readFile(aside, 'utf8').catch(() => content)
  if (removed !== content) await linked(aside, file)
  await rm(aside, { force: true })
}

async function holderOf(content: string): Promise<number | undefined> {
  const { pid, started } = JSON.parse(content || '{}') as { pid?: number; started?: string }
  if (pid === undefined || started === undefined) return undefined
  return (await startOf(pid)) === started ? pid : undefined
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
