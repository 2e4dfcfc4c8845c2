import type { Readable } from 'node:stream'
import type { Settings } from '#settings.ts'
import { diskStore } from './disk.ts'

/**
 * Where files are kept: contents under keys of ours. A key is the number of an account, a slash and the id of a file,
 * with the name of a preview behind a dot: `7/6f1c….w100`.
 */
export interface FileStore {
  /** Keeps all of a stream or nothing; a key is written once. */
  write(key: string, content: Readable): Promise<void>
  /** The content, or the bytes from `start` to `end`, both included; undefined if there is none. */
  read(key: string, range?: { start: number; end: number }): Promise<Readable | undefined>
  /** Removes the content, if it is there; with `unfinished` also what a server that died has left of writing it. */
  remove(key: string, options?: { unfinished?: boolean }): Promise<void>
}

/** Opens the store that the settings name: a bucket, or the folder `files` below DATA_DIR. */
export async function openFileStore(settings: Settings): Promise<FileStore> {
  if (settings.bucket === undefined) return diskStore(settings.dataDir)
  // Few servers use one: its library is loaded when it is needed.
  const { s3Store } = await import('./s3.ts')
  return s3Store(settings.bucket)
}

const keyForm = /^\d+\/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}(\.[a-z0-9]+)?$/

/** Refuses what is no key: nothing that came from a client ever names a place in the store. */
export function checkedKey(key: string): string {
  if (!keyForm.test(key)) throw new Error('A key of the file store is made of an account and the id of a file')
  return key
}
