import { isLogicalFolder } from '#ids/types.ts'

/** Each number once; the root and the recycle bin, which have no rows, left out. */
export const numbers = (all: readonly number[]): number[] =>
  [...new Set(all)].filter((number) => !isLogicalFolder(number))

/** The second numbers of pairs by the first. */
export function grouped(pairs: readonly (readonly [number, number])[]): Map<number, Set<number>> {
  const groups = new Map<number, Set<number>>()
  for (const [key, value] of pairs) {
    const group = groups.get(key)
    if (group) group.add(value)
    else groups.set(key, new Set([value]))
  }
  return groups
}
