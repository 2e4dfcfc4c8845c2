import type { Caller } from '#access/caller.ts'
import { sql } from '#database/sql.ts'
import type { MetadataColumn } from './tables.ts'

/** Entries of a request: a value of null, or none, removes the entry. */
export type MetadataEntries = readonly { key: string; value?: string | null | undefined }[]

/** The column after the entries are applied to the part of the caller's application; other parts stay. */
export function applyMetadata(
  caller: Caller,
  current: MetadataColumn,
  entries: MetadataEntries | undefined,
): MetadataColumn {
  if (!entries) return current
  const own = { ...current[caller.clientId] }
  for (const { key, value } of entries) {
    if (value === null || value === undefined) delete own[key]
    else own[key] = value
  }
  return { ...current, [caller.clientId]: own }
}

/** What the caller's application has written. */
export function presentMetadata(caller: Caller, column: MetadataColumn): { key: string; value: string }[] {
  return Object.entries(column[caller.clientId] ?? {}).map(([key, value]) => ({ key, value }))
}

/** Condition on a `metadata` column: the application's entry has this key, and this value if one is given. */
export function metadataCondition(caller: Caller, filter: { key: string; value?: string | undefined }, table: string) {
  const entry = sql`${sql.ref(`${table}.metadata`)} -> ${caller.clientId}::text ->> ${filter.key}::text`
  return filter.value === undefined ? sql<boolean>`(${entry}) is not null` : sql<boolean>`(${entry}) = ${filter.value}`
}
