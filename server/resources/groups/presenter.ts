import type { Static } from 'typebox'
import type { Caller } from '#access/caller.ts'
import { avatarUrl } from '#http/avatars.ts'
import { encodeAccountId, encodeId } from '#ids/encode.ts'
import { presentMetadata } from '../account/metadata.ts'
import type { MetadataColumn } from '../account/tables.ts'
import type { Group } from './contract.ts'

export interface GroupRow {
  group_id: number
  title: string
  avatar_letters: string
  avatar_color: string
  is_default: boolean
  metadata: MetadataColumn
  members: number[]
  children: number[]
  parents: number[]
}

/** Row → Group. */
export function presentGroup(
  caller: Caller,
  row: GroupRow,
  fields: ReadonlySet<string> = new Set(),
): Static<typeof Group> {
  const contacts = (numbers: number[]) => numbers.map((number) => encodeId('Contact', caller.accountId, number))
  return {
    id: encodeId('Contact', caller.accountId, row.group_id),
    accountId: encodeAccountId(caller.accountId),
    title: row.title,
    memberIds: contacts(row.members),
    childIds: contacts(row.children),
    parentIds: contacts(row.parents),
    avatarUrl: avatarUrl(row.avatar_color, row.avatar_letters),
    ...(row.is_default ? { myTeam: true } : {}),
    ...(fields.has('metadata') ? { metadata: presentMetadata(caller, row.metadata) } : {}),
  }
}
