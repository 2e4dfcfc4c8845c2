import type { Action } from '#access/actions.ts'
import type { Caller } from '#access/caller.ts'
import { type Permit, permit } from '#access/permit.ts'
import type { Handler } from '#contract/handler.ts'
import type { Input } from '#contract/operation.ts'
import { requireVersion } from '#contract/versions.ts'
import { change, changedBy, type EventRecord } from '#events/change.ts'
import type { Rows } from '#events/rows.ts'
import { sanitizeHtml } from '#richtext/sanitize.ts'
import { applyMetadata } from '../account/metadata.ts'
import { applyCustomFields } from '../custom-fields/values.ts'
import { requireItemType } from '../custom-item-types/access.ts'
import type { ItemTypeRow } from '../custom-item-types/queries.ts'
import { mentionOnFolder, mentions } from '../mentions/mention-people.ts'
import { permitSharingAsFolder } from '../spaces/as-folder.ts'
import { folderById } from './access.ts'
import type * as contract from './contract/index.ts'
import { knownColumns } from './create-folder.ts'
import { folderChanges, folderEvent, folderRestored } from './events.ts'
import { projectOfType } from './item-type.ts'
import { move, readMove } from './move.ts'
import { shareWithOwners } from './owners.ts'
import { type FolderRow, presentFolder } from './presenter.ts'
import { noProject, projectColumns, projectOwners } from './project.ts'
import { lockFolder } from './queries.ts'
import { restoreFromBin } from './recycle-bin/queries.ts'
import { changeShares, readShareChanges } from './share-changes.ts'

type UpdateInput = Input<typeof contract.updateFolder>
type EditInput = Pick<
  UpdateInput,
  'title' | 'description' | 'metadata' | 'customFields' | 'customColumns' | 'clearCustomColumns' | 'project'
> & { itemType?: ItemTypeRow | undefined }

/**
 * Changes a folder or project: what is sent, nothing else, all or nothing. Each aspect needs its own right: editing, moving,
 * sharing, restoring.
 *
 * @throws {Refused} `not_allowed` for anything but restoring while it is in the recycle bin; 412.
 */
export const updateFolder: Handler<typeof contract.updateFolder> = async ({ caller, input, fields, ifVersion }) => {
  const place = { folder: input.folderId }
  const restored = input.restore ? await permit(caller, 'restore', place) : undefined
  const may = async <A extends Action>(action: A, wanted: boolean) =>
    wanted ? await permit(caller, action, place) : undefined
  const moved = await may('move', Boolean(input.addParents ?? input.removeParents))
  const shared = await may(
    'share',
    Boolean(input.addShareds ?? input.removeShareds ?? input.addAccessRoles ?? input.removeAccessRoles),
  )
  if (shared) await permitSharingAsFolder(caller, input.folderId)
  const edited = await may('editFolder', edits(input) || !(restored || moved || shared))
  const itemType = await requireItemType(caller, input.convertToCustomItemType, 'Project')
  const moves = await readMove(caller, input)
  const shares = await readShareChanges(caller, input)
  const description = input.description === undefined ? undefined : sanitizeHtml(input.description)

  return change(
    caller,
    async (rows, inside) => {
      const events: EventRecord[] = []
      await lockFolder(rows, caller, input.folderId)
      const before = await folderById(inside, input.folderId)
      requireVersion(ifVersion, before.version)
      if (restored && before.deleted_at) {
        await restoreFromBin(rows, caller, restored.id)
        events.push(folderRestored(before))
      }
      if (edited) events.push(...(await editFolder(rows, inside, edited, before, { ...input, itemType })))
      if (moved) events.push(...(await move(rows, inside, moved, before, moves)))
      if (shared) events.push(...(await changeShares(rows, inside, shared, before, shares)))
      if (description !== undefined)
        events.push(
          ...(await mentionOnFolder(rows, inside, input.folderId, { html: description, before: before.description })),
        )
      const after = await folderById(inside, input.folderId)
      return changedBy({ data: [presentFolder(inside, after, { ...input, fields, byId: true })] }, events)
    },
    { locks: moved || shared || restored || input.project?.ownersAdd || mentions(description) ? 'access' : 'leaf' },
  )
}

/** Writes the columns of a folder that a request changes; what differs afterwards is told as events. */
export async function editFolder(
  rows: Rows,
  caller: Caller,
  may: Permit<'editFolder'>,
  before: FolderRow,
  input: EditInput,
): Promise<EventRecord[]> {
  const columns = input.clearCustomColumns
    ? []
    : input.customColumns
      ? await knownColumns(caller, input.customColumns)
      : before.custom_columns
  const plain = {
    ...(input.title === undefined ? {} : { title: input.title }),
    ...(input.description === undefined ? {} : { description: sanitizeHtml(input.description) }),
    ...(input.metadata ? { metadata: applyMetadata(caller, before.metadata, input.metadata) } : {}),
    ...(input.customFields
      ? { custom_fields: await applyCustomFields(caller, before.custom_fields, input.customFields) }
      : {}),
    ...(columns === before.custom_columns ? {} : { custom_columns: columns }),
    ...(input.project === undefined
      ? input.itemType && !before.is_project
        ? await projectColumns(caller, {}, before)
        : {}
      : input.project === null
        ? noProject
        : await projectColumns(caller, input.project, before)),
  }
  const changes = input.itemType
    ? { ...plain, ...(await projectOfType(caller, input.itemType, { ...before, ...plain }, input.project ?? {})) }
    : plain
  const [after] = await rows.update(
    'folder',
    may,
    { folder_id: may.id },
    { ...changes, updated_at: new Date(), version: before.version + 1 },
  )
  const events = folderChanges(before, { ...before, ...after })
  if (input.project) events.push(...(await changeOwners(rows, caller, may, input.project)))
  return events
}

async function changeOwners(
  rows: Rows,
  caller: Caller,
  may: Permit<'editFolder'>,
  project: NonNullable<UpdateInput['project']>,
): Promise<EventRecord[]> {
  const { added, removed } = await projectOwners(caller, project)
  const given = await rows.insertAll(
    'folder_owner',
    may,
    added.map((person_id) => ({ folder_id: may.id, person_id })),
  )
  await shareWithOwners(rows, caller, may, added)
  const taken =
    removed.length > 0 ? await rows.delete('folder_owner', may, { folder_id: may.id, person_id: removed }) : []
  if (given.length + taken.length === 0) return []
  return [
    folderEvent('ProjectOwnersChanged', may.id, {
      after: { added: given.map((row) => row.person_id), removed: taken.map((row) => row.person_id) },
    }),
  ]
}

const edits = (input: UpdateInput): boolean =>
  [
    input.title,
    input.description,
    input.metadata,
    input.customFields,
    input.customColumns,
    input.clearCustomColumns,
    input.project,
    input.convertToCustomItemType,
  ].some((value) => value !== undefined)
