import type { Api } from '../api/client.ts'
import type { Comment } from '../api/models.ts'
import type { PlannedComment } from '../plan/plan.ts'
import type { Snapshot } from './snapshot.ts'
import type { Writing } from './writing.ts'

/**
 * Writes the comments that are missing, in the order of the file. Comments carry no metadata: they are known by their
 * first line. Only things that were there before this run (`earlier`) are asked for their comments.
 */
export async function importComments(
  { api, snapshot, changes }: Writing,
  planned: PlannedComment[],
  earlier: Set<string>,
  onStep: () => void,
): Promise<void> {
  for (const key of new Set(planned.map((comment) => comment.on))) {
    const path = commentsPath(snapshot, key)
    const present = earlier.has(key) ? await readComments(api, path) : []
    for (const comment of planned.filter((each) => each.on === key)) {
      const found = present.find((each) => startsWith(each, comment.heading))
      if (!found) {
        await api.post(path, { text: comment.text, plainText: true })
        changes.count('comments', 'created')
      } else if (isSame(found, comment)) {
        changes.count('comments', 'same')
      } else {
        // The API lets a comment be changed for five minutes; after that this ends the run with its refusal.
        await api.put(`/comments/${found.id}`, { text: comment.text, plainText: true })
        changes.count('comments', 'changed')
      }
      onStep()
    }
  }
}

/** Where the comments of a project or task are. */
export function commentsPath({ projects, tasks }: Snapshot, key: string): string {
  const project = projects.get(key)
  return project ? `/folders/${project.id}/comments` : `/tasks/${tasks.get(key)?.id}/comments`
}

export async function readComments(api: Api, path: string): Promise<Comment[]> {
  return (await api.get<Comment>(path, { plainText: true })).data
}

/** Whether a comment read back says what was planned. Blanks don't count: they change on the way through HTML. */
export const isSame = (found: Comment, planned: PlannedComment) => squeeze(found.text) === squeeze(planned.text)

const startsWith = (found: Comment, heading: string) => squeeze(found.text).startsWith(squeeze(heading))

const squeeze = (text: string) => text.replace(/\s+/g, ' ').trim()
