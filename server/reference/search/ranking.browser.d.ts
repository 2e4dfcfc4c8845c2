import type { Entry } from './entry.ts'

export type { Entry }
export function rank(entries: readonly Entry[], query: string, most: number): Entry[]
