import type { Comment, Folder, Task } from '../api/models.ts'
import { asWrittenEntry, fieldsOf, metadataOf, type Snapshot } from '../import/snapshot.ts'
import type { Place } from '../import/space.ts'
import { readList } from '../plan/fields.ts'
import { isStandIn } from '../plan/stand-in.ts'
import { headingsIn } from '../plan/text.ts'
import { type Counted, type Tally, tally } from './tally.ts'

/** Counts what the space holds, from what was read of it and nothing else. */
export function countSpace(snapshot: Snapshot, comments: Map<string, Comment[]>, place: Place): Tally {
  const { projects, tasks, dependencies } = snapshot
  const projectIds = idsIn(projects)
  const taskIds = idsIn(tasks)
  const blockersOf = (key: string) => {
    const ends = [tasks.get(key)?.id, tasks.get(`${key}/epic`)?.id]
    return dependencies.filter((each) => each.relationType === 'FinishToStart' && ends.includes(each.successorId))
      .length
  }
  const counted = (key: string, entry: Folder | Task): Counted => {
    const fields = fieldsOf(entry, place)
    const superTaskIds = 'superTaskIds' in entry ? (entry.superTaskIds ?? []) : []
    return {
      // An epic is a project; a project that says something else is wrong.
      issueType: projects.has(key) && fields['Issue type'] === 'epic' ? 'epic' : taskType(fields['Issue type']),
      priority: fields.Priority ?? 'none',
      status: fields['Tracker status'] ?? 'none',
      isClosed: fields['Closed at'] !== undefined,
      labels: labelsOf(entry, place),
      comments: (comments.get(key) ?? []).filter((comment) => /\(comment .+ of the tracker\):/.test(comment.text))
        .length,
      texts: headingsIn(entry.description ?? ''),
      links: {
        'parent-child':
          (entry.parentIds ?? []).filter((id) => projectIds.has(id)).length +
          superTaskIds.filter((id) => taskIds.has(id)).length,
        blocks: blockersOf(key),
        'discovered-from': fields['Discovered from']?.split(', ').length ?? 0,
        related: fields['Related to']?.split(', ').length ?? 0,
      },
    }
  }
  const entries = [...projects, ...tasks].filter(([key]) => !isStandIn(key))
  return tally(entries.map(([key, entry]) => counted(key, entry)))
}

function labelsOf(entry: Folder | Task, place: Place): number {
  const written = JSON.parse(metadataOf(entry, asWrittenEntry) ?? '{}') as { labels?: string[] }
  const { Labels } = fieldsOf(entry, place)
  return (written.labels ?? (Labels === undefined ? [] : readList(Labels))).length
}

const taskType = (type: string | undefined) => (type === 'epic' ? 'epic that is no project' : (type ?? 'none'))

const idsIn = (things: Map<string, { id: string }>) => new Set([...things.values()].map((each) => each.id))
