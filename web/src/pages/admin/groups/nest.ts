import type { Group } from '@taskwright/sdk'
import { collator } from '../../../language/language.ts'

interface Nested {
  group: Group
  /** 0 for those that lie in no other. */
  depth: number
  above: Group | undefined
}

/** Groups in the order of a tree: each below the group it lies in, by title; everybody's group first. */
export function nest(groups: readonly Group[]): Nested[] {
  const byId = new Map(groups.map((group) => [group.id, group]))
  const found: Nested[] = []
  const add = (group: Group, depth: number, above: Group | undefined) => {
    found.push({ group, depth, above })
    for (const child of sorted(group.childIds.flatMap((id) => byId.get(id) ?? []))) add(child, depth + 1, group)
  }
  for (const group of sorted(groups.filter(({ parentIds }) => !parentIds.some((id) => byId.has(id)))))
    add(group, 0, undefined)
  return found
}

const sorted = (groups: readonly Group[]): Group[] =>
  groups.toSorted(
    (one, other) =>
      Number(other.myTeam ?? false) - Number(one.myTeam ?? false) || collator.compare(one.title, other.title),
  )

/** The groups that lie below one, through others too, and itself: it cannot be put into one of them. */
export function belowGroup(groups: readonly Group[], id: string): Set<string> {
  const byId = new Map(groups.map((group) => [group.id, group]))
  const below = new Set<string>()
  const add = (each: string) => {
    if (below.has(each)) return
    below.add(each)
    for (const child of byId.get(each)?.childIds ?? []) add(child)
  }
  add(id)
  return below
}
