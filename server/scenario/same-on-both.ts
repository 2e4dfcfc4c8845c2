import { expect } from 'vitest'
import type { Data, Parameters } from '#testing/client.ts'
import * as models from '#v3/models.ts'
import type { Member } from './member.ts'

const shapes: Record<string, models.Shape> = {
  accounts: models.Account,
  attachments: models.Attachment,
  comments: models.Comment,
  contacts: models.Contact,
  customfields: models.CustomField,
  dependencies: models.Dependency,
  folders: models.Folder,
  groups: models.Group,
  invitations: models.Invitation,
  tasks: models.Task,
  timelogs: models.Timelog,
  webhooks: models.Webhook,
  workflows: models.Workflow,
}

/** How often, and on how many rows, the two versions were compared. */
export const compared = { answers: 0, rows: 0 }

/** Both versions show somebody the same: v3 what v4 does, without the members that came later. */
export async function sameOnBoth(who: Member, path: string, parameters: Parameters = {}): Promise<Data[]> {
  const name = path.split('/').findLast((part) => part in shapes)
  const shape = shapes[name ?? '']
  if (!shape) throw new Error(`no model for ${path}`)
  const [v3, v4] = await Promise.all([who.v3.get(who.pathOn('v3', path), parameters), who.v4.get(path, parameters)])
  expect([v3.status, v4.status], path).toEqual([200, 200])
  expect(v3.body.kind, path).toBe(v4.body.kind)
  expect(v3.body.data, path).toEqual(v4.body.data.map((row) => models.shaped(row, shape)))
  compared.answers++
  compared.rows += v4.body.data.length
  return v4.body.data
}
