import type { Static } from 'typebox'
import { licensed } from '#access/actions.ts'
import type { Caller } from '#access/caller.ts'
import { role } from '#access/roles.ts'
import { formatInstant } from '#contract/dates.ts'
import { encodeId } from '#ids/encode.ts'
import type { RememberedView, SavedView } from './contract/view.ts'
import { type MemoryRow, rolesOn, type ViewRow } from './queries.ts'
import { presentSettings } from './settings.ts'

/** Views, each with whether the caller may change it: one query more, whatever their number. */
export async function presentViews(caller: Caller, rows: readonly ViewRow[]): Promise<Static<typeof SavedView>[]> {
  const others = rows.filter((row) => row.owner_id !== caller.personId).map((row) => row.folder_id as number)
  const roles = others.length > 0 ? await rolesOn(caller, others) : new Map<number, number>()
  const isLicensed = licensed.editFolder.includes(caller.role)
  const { accountId } = caller
  return rows.map((row) => ({
    id: encodeId('View', accountId, row.view_id),
    title: row.title,
    kind: row.kind,
    ...placeOf(accountId, row.folder_id),
    ownerId: encodeId('Contact', accountId, row.owner_id),
    shared: row.shared,
    canEdit:
      row.owner_id === caller.personId || (isLicensed && (roles.get(row.folder_id as number) ?? 0) >= role.editor),
    settings: presentSettings(caller, row.settings),
    createdDate: formatInstant(row.created_at),
    updatedDate: formatInstant(row.updated_at),
  }))
}

export const presentMemory = (caller: Caller, row: MemoryRow): Static<typeof RememberedView> => ({
  ...placeOf(caller.accountId, row.folder_id || null),
  kind: row.kind,
  settings: presentSettings(caller, row.settings),
  usedDate: formatInstant(row.used_at),
})

const placeOf = (accountId: number, folderId: number | null) =>
  folderId === null ? {} : { folderId: encodeId('Folder', accountId, folderId) }
