import type { Caller } from '#access/caller.ts'
import { copyAtOnce } from '#copying/copy.ts'
import { type CopyInput, wholeCopy } from '#copying/input.ts'
import { permitCopy } from '#copying/place.ts'
import { change, changed, type EventRecord } from '#events/change.ts'
import type { Services } from '#http/services.ts'
import { sanitizeHtml } from '#richtext/sanitize.ts'
import { applyCustomFields, type CustomFieldEntries } from '../custom-fields/values.ts'
import { permitSpace } from '../spaces/permit-space.ts'
import { type BlueprintKind, permitBlueprint } from './access.ts'
import { type BlueprintChanges, eraseBlueprint, writeBlueprint } from './queries.ts'

interface Making {
  source: CopyInput['source']
  spaceId: number
  title: string | undefined
  copyAttachments: boolean | undefined
  entryLimit: number | undefined
}

/** Makes a blueprint of a folder or a task as it is now, and reads it in the same change. */
export async function makeBlueprint<A>(
  caller: Caller,
  { source, spaceId, title, copyAttachments, entryLimit }: Making,
  services: Services,
  read: (inside: Caller, number: number) => Promise<A>,
): Promise<A> {
  const target = { blueprintsOf: spaceId }
  await permitCopy(caller, { source, fromBlueprint: false, target })
  await permitSpace(caller, 'createFolder', spaceId)
  const input: CopyInput = {
    ...wholeCopy,
    source,
    target,
    title,
    attachments: copyAttachments ?? true,
    limit: entryLimit ?? services.settings.copyEntryLimit,
  }
  return change(caller, async (rows, inside) => {
    const { rootId } = await copyAtOnce(rows, inside, input)
    return changed(await read(inside, rootId), blueprintEvent('Created', kindOf(source), rootId))
  })
}

interface Changing {
  title?: string | undefined
  description?: string | undefined
  customFields?: CustomFieldEntries | undefined
}

/** Changes title, description and custom fields of a blueprint. */
export async function changeBlueprint<A>(
  caller: Caller,
  kind: BlueprintKind,
  number: number,
  input: Changing,
  before: (caller: Caller, number: number) => Promise<{ custom_fields: Record<string, string> }>,
  read: (inside: Caller, number: number) => Promise<A>,
): Promise<A> {
  await permitBlueprint(caller, kind === 'folder' ? 'editFolder' : 'editTask', kind, number)
  const { custom_fields } = await before(caller, number)
  const changes: BlueprintChanges = {
    ...(input.title === undefined ? {} : { title: input.title }),
    ...(input.description === undefined ? {} : { description: sanitizeHtml(input.description) }),
    ...(input.customFields
      ? {
          custom_fields: (await applyCustomFields(caller, custom_fields, input.customFields)) as Record<string, string>,
        }
      : {}),
  }
  return change(caller, async (rows, inside) => {
    await writeBlueprint(rows, inside, kind, number, changes)
    return changed(await read(inside, number), blueprintEvent('Changed', kind, number))
  })
}

/** Deletes a blueprint for good with all that is in it. What was made of it stays. */
export async function deleteBlueprint(caller: Caller, kind: BlueprintKind, number: number): Promise<void> {
  await permitBlueprint(caller, kind === 'folder' ? 'deleteFolder' : 'deleteTask', kind, number)
  await change(caller, async (rows) => {
    await eraseBlueprint(rows, caller, kind, number)
    return changed(undefined, blueprintEvent('Deleted', kind, number))
  })
}

const kindOf = (source: CopyInput['source']): BlueprintKind => ('folder' in source ? 'folder' : 'task')

const blueprintEvent = (what: string, kind: BlueprintKind, number: number): EventRecord => ({
  type: `${kind === 'folder' ? 'Folder' : 'Task'}Blueprint${what}`,
  entityType: kind === 'folder' ? 'folder_blueprint' : 'task_blueprint',
  entityId: number,
})
