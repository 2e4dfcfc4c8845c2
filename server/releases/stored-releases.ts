import { readdirSync, readFileSync } from 'node:fs'
import type { ContractRecord } from './record.ts'

/** Where the records of released contracts are, one file a version. */
export const releasesFolder = new URL('../contract/releases/', import.meta.url)

/** All released contracts, oldest first. */
export function storedReleases(folder = releasesFolder): ContractRecord[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .map((name) => JSON.parse(readFileSync(new URL(name, folder), 'utf8')) as ContractRecord)
    .sort((a, b) => a.version.localeCompare(b.version, 'en', { numeric: true }))
}
