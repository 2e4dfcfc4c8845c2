import type { Caller } from '#access/caller.ts'
import { permit, permitAccount } from '#access/permit.ts'
import { role } from '#access/roles.ts'
import { logicalFolder, notFound } from '#contract/errors.ts'
import type { Handler } from '#contract/handler.ts'
import { change, changed } from '#events/change.ts'
import type { Rows, WritePermit } from '#events/rows.ts'
import { idAsSent } from '#ids/foreign.ts'
import { RECYCLE_BIN, ROOT_FOLDER } from '#ids/types.ts'
import { sanitizeHtml } from '#richtext/sanitize.ts'
import { applyMetadata } from '../account/metadata.ts'
import { inherit } from '../cascading-fields/follow.ts'
import { fieldsById } from '../custom-fields/queries.ts'
import { applyCustomFields } from '../custom-fields/values.ts'
import { requireItemType } from '../custom-item-types/access.ts'
import { mentionedIn } from '../mentions/concerned.ts'
import { mentionOnFolder, mentions } from '../mentions/mention-people.ts'
import { stayInLockedSpaces } from '../spaces/locked-spaces.ts'
import { folderById } from './access.ts'
import type * as contract from './contract/index.ts'
import { folderCreated } from './events.ts'
import { projectOfType } from './item-type.ts'
import { presentFolder } from './presenter.ts'
import { projectColumns, projectOwners } from './project.ts'
import { deriveAccess, workflowBelow } from './queries.ts'
import { readShares, type Shares } from './sharing.ts'

/**
 * Creates a folder or a project under a folder, a space or the root. Under the root it is private to its creator until it
 * is shared; elsewhere it inherits from its parent.
 *
 * @throws {Refused} for a parent that is hidden, in the bin, or in which the caller may not create folders, or share them
 * if somebody is named to share with.
 */
export const createFolder: Handler<typeof contract.createFolder> = async ({ caller, input, fields }) => {
  if (input.folderId === RECYCLE_BIN) throw logicalFolder()
  const parentId = input.folderId === ROOT_FOLDER ? undefined : input.folderId
  const may =
    parentId === undefined
      ? permitAccount(caller, 'createAtRoot')
      : await permit(caller, 'createFolder', { folder: parentId })
  const itemType = await requireItemType(caller, input.customItemTypeId, 'Project')
  const shares = await readShares(caller, input.shareds, input.userAccessRoles)
  const asked = input.project ?? (itemType ? {} : undefined)
  const project = asked ? await projectColumns(caller, asked, undefined) : {}
  const owners = asked ? await projectOwners(caller, asked) : { added: [] }
  const values = {
    title: input.title,
    description: sanitizeHtml(input.description ?? ''),
    author_id: caller.personId,
    workflow_id: await workflowBelow(caller, parentId),
    metadata: applyMetadata(caller, {}, input.metadata),
    custom_fields: await applyCustomFields(caller, {}, input.customFields),
    custom_columns: await knownColumns(caller, input.customColumns ?? []),
    ...project,
  }
  const typed = {
    ...values,
    ...(itemType ? await projectOfType(caller, itemType, values, asked ?? {}) : {}),
  }
  await permitShares(caller, parentId, shares)
  // An owner works on the project, with no more than its creator may.
  for (const owner of owners.added) if (!shares.has(owner)) shares.set(owner, may.role)
  if (parentId === undefined) shares.set(caller.personId, role.full)
  else await stayInLockedSpaces(caller, { within: [parentId], given: [...shares.keys()] })

  return change(
    caller,
    async (rows, inside) => {
      const folder = await rows.insert('folder', may, typed)
      if (may.on === 'folder')
        await rows.insert('folder_parent', may, { folder_id: folder.folder_id, parent_id: may.id })
      await rows.insertAll(
        'folder_owner',
        may,
        owners.added.map((person_id) => ({ folder_id: folder.folder_id, person_id })),
      )
      await share(rows, may, folder.folder_id, shares)
      await deriveAccess(rows, caller, [folder.folder_id])
      const mentioned = await mentionOnFolder(rows, inside, folder.folder_id, { html: values.description })
      const inherited = await inherit(inside, folder.folder_id)
      const answer = presentFolder(inside, await folderById(inside, folder.folder_id), { ...input, fields, byId: true })
      const created = folderCreated(folder, parentId === undefined ? [] : [parentId], {
        doing: owners.added,
        shareds: [...shares.keys()],
        mentioned: mentionedIn(values.description),
      })
      return changed({ data: [answer] }, created, ...mentioned, ...inherited)
    },
    { locks: mentions(values.description) ? 'access' : 'leaf' },
  )
}

/** Sharing what is created needs the right to share where it is put; to name oneself changes nothing. */
async function permitShares(caller: Caller, parentId: number | undefined, shares: Shares): Promise<void> {
  shares.delete(caller.personId)
  if (shares.size === 0) return
  if (parentId !== undefined) await permit(caller, 'share', { folder: parentId })
  else permitAccount(caller, 'shareOwn')
}

const share = (rows: Rows, may: WritePermit<'folder_share'>, folderId: number, shares: Shares) =>
  rows.insertAll(
    'folder_share',
    may,
    [...shares].map(([principal_id, given]) => ({ folder_id: folderId, principal_id, role: given })),
  )

/** Custom fields to attach to a folder: each has to exist. */
export async function knownColumns(caller: Caller, fieldIds: readonly number[]): Promise<number[]> {
  const known = await fieldsById(caller, fieldIds)
  const unknown = fieldIds.find((id) => !known.has(id))
  if (unknown !== undefined) throw notFound('Custom field', idAsSent(caller.accountId, 'CustomField', unknown))
  return [...fieldIds]
}
