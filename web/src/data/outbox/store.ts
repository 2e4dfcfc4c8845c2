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

/** Somebody has signed out, in another tab perhaps: nothing is kept of this page any more. */
let isCleared = false
let opened: Promise<IDBPDatabase<Schema>> | undefined

/** What this browser keeps for one person in one account; signing out clears it. */
export function store(): Promise<IDBPDatabase<Schema>> {
  if (isCleared) return Promise.reject(new Error('What this browser kept was cleared'))
  opened ??= openDB<Schema>(`taskwright ${scope}`, 1, {
    upgrade(database) {
      database.createObjectStore('changes', { keyPath: 'id' })
      database.createObjectStore('ids')
      database.createObjectStore('reads', { keyPath: 'hash' }).createIndex('atMs', 'atMs')
    },
    terminated: () => {
      isCleared = true
    },
  })
  opened.catch(() => {
    opened = undefined
  })
  return opened
}
