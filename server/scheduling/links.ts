import type { RelationType } from './relation-rules.ts'

export interface Link {
  predecessorId: number
  successorId: number
  relationType: RelationType
  /** Working minutes; below zero the successor may overlap. */
  lagMinutes: number
}

/** The links into each task. */
export const linksInto = (links: readonly Link[]): ReadonlyMap<number, Link[]> =>
  Map.groupBy(links, (link) => link.successorId)

/** The starts and all tasks behind them, each behind all its predecessors among them. Links form no cycle. */
export function inOrder(links: readonly Link[], starts: Iterable<number>): number[] {
  const after = Map.groupBy(links, (link) => link.predecessorId)
  const order: number[] = []
  const seen = new Set<number>()
  // Without recursion: a chain may be as long as a project.
  const stack: { id: number; next: number }[] = []
  const enter = (id: number) => {
    if (seen.has(id)) return
    seen.add(id)
    stack.push({ id, next: 0 })
  }
  for (const start of starts) {
    enter(start)
    for (let top = stack.at(-1); top; top = stack.at(-1)) {
      const next = after.get(top.id)?.[top.next++]
      if (next !== undefined) enter(next.successorId)
      else order.push((stack.pop() as { id: number }).id)
    }
  }
  return order.reverse()
}

/** Whether a link from predecessor to successor would close a circle. */
export function wouldCycle(
  links: readonly Pick<Link, 'predecessorId' | 'successorId'>[],
  predecessorId: number,
  successorId: number,
): boolean {
  const after = Map.groupBy(links, (link) => link.predecessorId)
  const seen = new Set<number>()
  const ahead = [successorId]
  for (let id = ahead.pop(); id !== undefined; id = ahead.pop()) {
    if (id === predecessorId) return true
    if (seen.has(id)) continue
    seen.add(id)
    for (const link of after.get(id) ?? []) ahead.push(link.successorId)
  }
  return false
}
