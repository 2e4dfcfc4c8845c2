import type { Api } from '../api/client.ts'
import type { Comment } from '../api/models.ts'
import { projectDifferences, taskDifferences } from '../import/differences.ts'
import { commentsPath, isSame, readComments } from '../import/import-comments.ts'
import { pairOf } from '../import/import-dependencies.ts'
import { readSnapshot, type Snapshot } from '../import/snapshot.ts'
import type { Place } from '../import/space.ts'
import type { Plan } from '../plan/plan.ts'
import type { Item } from '../tracker/read-items.ts'
import { countFile } from './count-file.ts'
import { countSpace } from './count-space.ts'

/** A count in the file, how many of these can only be kept as text, and how many the API gave back. */
export interface Row {
  what: string
  inFile: number
  setAside: number
  readBack: number
}

export interface Findings {
  rows: Row[]
  /** What is not as planned, in words; empty if all is well. */
  differences: string[]
}

/** Reads everything back through the API, counts it, and compares each value with the plan. */
export async function verify(api: Api, place: Place, plan: Plan, items: Item[]): Promise<Findings> {
  const snapshot = await readSnapshot(api, place)
  const comments = new Map<string, Comment[]>()
  for (const key of new Set(plan.comments.map((comment) => comment.on))) {
    if (isThere(snapshot, key)) comments.set(key, await readComments(api, commentsPath(snapshot, key)))
  }
  const inFile = countFile(items)
  const readBack = countSpace(snapshot, comments, place)
  const setAside = (what: string) => plan.setAside.filter(({ link }) => what === `links ${link.type}`).length
  const rows = [...new Set([...inFile.keys(), ...readBack.keys()])].map((what) => ({
    what,
    inFile: inFile.get(what) ?? 0,
    setAside: setAside(what),
    readBack: readBack.get(what) ?? 0,
  }))
  return {
    rows,
    differences: [
      ...rows.filter((row) => !isRight(row)).map(({ what }) => `${what}: the count differs`),
      ...entryDifferences(plan, snapshot, place),
      ...dependencyDifferences(plan, snapshot),
      ...plan.comments
        .filter((planned) => !comments.get(planned.on)?.some((found) => isSame(found, planned)))
        .map((planned) => `${planned.on}: the comment "${planned.heading}" is not there as in the file`),
    ],
  }
}

export const isRight = ({ inFile, setAside, readBack }: Row) => inFile - setAside === readBack

const isThere = ({ projects, tasks }: Snapshot, key: string) => projects.has(key) || tasks.has(key)

function entryDifferences({ projects, tasks }: Plan, snapshot: Snapshot, place: Place): string[] {
  const found: string[] = []
  const note = (key: string, differences: object | undefined) => {
    if (!differences) found.push(`${key}: is not there`)
    else if (Object.keys(differences).length > 0)
      found.push(`${key}: differs in ${Object.keys(differences).join(', ')}`)
  }
  for (const planned of projects) {
    const present = snapshot.projects.get(planned.key)
    note(planned.key, present && projectDifferences(planned, present, place, snapshot))
  }
  for (const planned of tasks) {
    const present = snapshot.tasks.get(planned.key)
    note(planned.key, present && taskDifferences(planned, present, place, snapshot))
  }
  const plannedKeys = new Set([...projects, ...tasks].map((planned) => planned.key))
  for (const key of [...snapshot.projects.keys(), ...snapshot.tasks.keys()]) {
    if (!plannedKeys.has(key)) found.push(`${key}: is in the space but not in the file`)
  }
  return found
}

function dependencyDifferences(plan: Plan, { tasks, dependencies }: Snapshot): string[] {
  const lags = new Map(dependencies.map((each) => [pairOf(each.predecessorId, each.successorId), each.lagTime ?? 0]))
  return plan.dependencies
    .filter(({ predecessor, successor, lagTime }) => {
      const pair = pairOf(tasks.get(predecessor)?.id ?? '', tasks.get(successor)?.id ?? '')
      return lags.get(pair) !== lagTime
    })
    .map(({ predecessor, successor }) => `${successor}: the dependency on ${predecessor} is not as planned`)
}
