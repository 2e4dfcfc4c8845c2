import type { Role } from '#access/roles.ts'

/**
 * The definition of access, against which the materialised one is held: a small world of folders, tasks and groups, and
 * what may change in it.
 * Links only ever lead to a lower index, so that the graphs are acyclic, as the operations make sure of.
 */
export const folders = 6
export const tasks = 4
export const groups = 3
export const people = 3

export type Change =
  | { do: 'link' | 'unlink'; child: number; parent: number }
  | { do: 'share' | 'unshare'; folder: number; principal: number; role: Role }
  | { do: 'inherit'; folder: number; on: boolean }
  | { do: 'place' | 'remove'; task: number; folder: number }
  | { do: 'nest' | 'free'; task: number; above: number }
  | { do: 'give' | 'take'; task: number; principal: number }
  | { do: 'join' | 'leave'; group: number; person: number }
  | { do: 'subgroup' | 'split'; group: number; above: number }

/** The definition, said as simply as possible. */
export class Naive {
  readonly parents = Array.from({ length: folders }, () => new Set<number>())
  readonly inherits = new Array<boolean>(folders).fill(true)
  readonly shares = Array.from({ length: folders }, () => new Map<number, Role>())
  readonly placed = Array.from({ length: tasks }, () => new Set<number>())
  readonly above = Array.from({ length: tasks }, () => new Set<number>())
  readonly given = Array.from({ length: tasks }, () => new Set<number>())
  readonly members = Array.from({ length: groups }, () => new Set<number>())
  readonly superGroups = Array.from({ length: groups }, () => new Set<number>())

  principalsOf(person: number): Set<number> {
    const all = new Set([person])
    const enter = (group: number) => {
      all.add(people + group)
      for (const up of this.superGroups[group] as Set<number>) enter(up)
    }
    this.members.forEach((members, group) => {
      if (members.has(person)) enter(group)
    })
    return all
  }
  folderRole(person: number, folder: number): number {
    const principals = this.principalsOf(person)
    const own = [...(this.shares[folder] as Map<number, Role>)]
      .filter(([principal]) => principals.has(principal))
      .map(([, given]) => given)
    const inherited = this.inherits[folder]
      ? [...(this.parents[folder] as Set<number>)].map((parent) => this.folderRole(person, parent))
      : []
    return Math.max(0, ...own, ...inherited)
  }
  taskRole(person: number, task: number): number {
    const self = [task, ...this.allAbove(task)]
    const byFolder = Math.max(
      0,
      ...self.flatMap((one) => [...(this.placed[one] as Set<number>)]).map((folder) => this.folderRole(person, folder)),
    )
    if (byFolder > 0) return byFolder
    const principals = this.principalsOf(person)
    return self.some((one) => [...(this.given[one] as Set<number>)].some((principal) => principals.has(principal)))
      ? 4
      : 0
  }
  /** Every way to a folder: the share that was made (`folder:…`), and the principal that it names. */
  waysToFolder(folder: number): Set<string> {
    const own = [...(this.shares[folder] as Map<number, Role>)].map(
      ([principal, given]) => `folder:${folder} ${principal} ${given}`,
    )
    const inherited = this.inherits[folder]
      ? [...(this.parents[folder] as Set<number>)].flatMap((parent) => [...this.waysToFolder(parent)])
      : []
    return new Set([...own, ...inherited])
  }
  /** Every way to a task: through its folders and those of the tasks above, and by shares of tasks. */
  waysToTask(task: number): Set<string> {
    const self = [task, ...this.allAbove(task)]
    const folders = self.flatMap((one) => [...(this.placed[one] as Set<number>)])
    return new Set([
      ...folders.flatMap((folder) => [...this.waysToFolder(folder)]),
      ...self.flatMap((one) =>
        [...(this.given[one] as Set<number>)].map((principal) => `task:${one} ${principal} null`),
      ),
    ])
  }
  private allAbove(task: number): number[] {
    return [...(this.above[task] as Set<number>)].flatMap((up) => [up, ...this.allAbove(up)])
  }
}
