import { randomUUID } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { checkedKey, type FileStore } from './store.ts'

/** A file that has been arriving for so long was left by a server that died. */
const longestArrivalMs = 24 * 60 * 60 * 1000
/** Bytes that are read at once. */
const readSize = 256 * 1024

/**
 * Keeps files in the folder `files` below the data folder, 256 folders for each account. A file has its name only when
 * all of it is on the disk.
 */
export async function diskStore(dataDir: string): Promise<FileStore> {
  const folder = join(dataDir, 'files')
  const arriving = join(folder, 'arriving')
  await mkdir(arriving, { recursive: true, mode: 0o700 })
  await forgetUnfinished(arriving)

  return {
    async write(key, content) {
      const path = placeOf(folder, key)
      const temporary = join(arriving, randomUUID())
      try {
        await pipeline(content, createWriteStream(temporary, { flags: 'wx', mode: 0o600, flush: true }))
        await mkdir(dirname(path), { recursive: true, mode: 0o700 })
        await rename(temporary, path)
        await flushFolder(dirname(path))
      } catch (error) {
        await rm(temporary, { force: true })
        throw error
      }
    },
    read: (key, range) => readFile(placeOf(folder, key), range),
    remove: (key) => rm(placeOf(folder, key), { force: true }),
  }
}

function placeOf(folder: string, key: string): string {
  const [account, name] = checkedKey(key).split('/') as [string, string]
  return join(folder, account, name.slice(0, 2), name)
}

async function readFile(path: string, range?: { start: number; end: number }): Promise<Readable | undefined> {
  const file = await open(path).catch((error) => {
    if (error.code === 'ENOENT') return undefined
    throw error
  })
  return file?.createReadStream({ ...range, highWaterMark: readSize })
}

/** After a power cut the new name is there, not only the bytes. */
async function flushFolder(path: string): Promise<void> {
  const folder = await open(path)
  await folder.sync().finally(() => folder.close())
}

async function forgetUnfinished(folder: string): Promise<void> {
  for (const name of await readdir(folder)) {
    const path = join(folder, name)
    const found = await stat(path).catch(() => undefined)
    if (found && Date.now() - found.mtimeMs > longestArrivalMs) await rm(path, { force: true })
  }
}
