import type { Caller } from '#access/caller.ts'
import { invalidParameter } from '#contract/errors.ts'
import type { Input } from '#contract/operation.ts'
import type { CopyInput } from '#copying/input.ts'
import type { Services } from '#http/services.ts'
import { resolvePeople } from '../contacts/resolve.ts'
import type { copyFolder, copyFolderAsync } from './contract/copying.ts'

/**
 * What a request to copy a folder asks for.
 *
 * @throws {Refused} `resource_not_found` for somebody unknown, `invalid_parameter` for one to be added and removed.
 */
export async function readCopy(
  caller: Caller,
  input: Input<typeof copyFolder> | Input<typeof copyFolderAsync>,
  { settings }: Services,
): Promise<CopyInput> {
  const addResponsibles = await resolvePeople(caller, input.addResponsibles)
  const removeResponsibles = await resolvePeople(caller, input.removeResponsibles)
  if (addResponsibles.some((person) => removeResponsibles.includes(person)))
    throw invalidParameter("A contact is in both 'addResponsibles' and 'removeResponsibles'")
  return {
    source: { folder: input.folderId },
    fromBlueprint: false,
    target: { folder: input.parent },
    title: input.title,
    titlePrefix: input.titlePrefix ?? '',
    descriptions: input.copyDescriptions ?? true,
    responsibles: input.copyResponsibles ?? true,
    addResponsibles,
    removeResponsibles,
    customFields: input.copyCustomFields ?? true,
    customStatuses: input.copyCustomStatuses ?? true,
    statuses: input.copyStatuses ?? true,
    parents: input.copyParents ?? false,
    attachments: false,
    notify: true,
    rescheduleDate: input.rescheduleDate,
    rescheduleMode: input.rescheduleMode ?? 'Start',
    limit: input.entryLimit ?? settings.copyEntryLimit,
  }
}
