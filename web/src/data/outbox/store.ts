import { type DBSchema, type IDBPDatabase, openDB } from 'idb'
import { scope } from '../session.ts'
import type { Waiting } from './change.ts'

/** An answer of the server that was seen last, kept for when it can't be reached. */
export interface KeptRead {
  hash: string
  data: unknown
  atMs: number
}

interface Schema extends DBSchema {
  changes: { key: string; value: Waiting }
  /** The server's ids by those of this browser. */
  ids: { key: string; value: string }
  reads: { key: string; value: KeptRead; indexes: { atMs: number } }
}

let opened: Promise<IDBPDatabase<Schema>> | undefined

/** What this browser keeps for one person in one account; signing out clears it. */
export function store(): Promise<IDBPDatabase<Schema>> {
  opened ??= openDB<Schema>(`taskwright ${scope}`, 1, {
    upgrade(database) {
      database.createObjectStore('changes', { keyPath: 'id' })
      database.createObjectStore('ids')
      database.createObjectStore('reads', { keyPath: 'hash' }).createIndex('atMs', 'atMs')
    },
    // Storage that was cleared under the page is opened anew.
    terminated: () => {
      opened = undefined
    },
  })
  opened.catch(() => {
    opened = undefined
  })
  return opened
}
