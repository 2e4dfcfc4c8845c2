import { type CustomField, getFoldersByIds, type Task } from '@taskwright/sdk'
import { useRead } from '../../../../data/api.ts'
import { fieldValue } from '../../../../data/field-values.ts'
import { placesAbove } from '../../../../data/folders.ts'
import type { ViewFacts } from '../../../../data/view-facts.ts'
import { collator } from '../../../../language/language.ts'

/** What a folder says of its fields. */
export const fieldsOfFolders = (ids: readonly string[]) => ({
  folderIds: [...ids],
  fields: ['customColumnIds' as const],
})

/**
 * The fields of a task, in the order of the folders that give them: those of the folders it lies in and of all above, of its
 * type, those it has a value for, and those just added. `others` are the rest of the account's and its spaces'.
 */
export function useFieldsOfTask(task: Task, facts: ViewFacts | undefined, added: readonly string[]) {
  const near = [...(task.parentIds ?? []), ...(task.superParentIds ?? [])]
  const folderIds = facts ? withAbove(near, facts) : []
  const folders = useRead(getFoldersByIds, fieldsOfFolders(folderIds), { enabled: folderIds.length > 0 })
  const all = [...(facts?.customFields.values() ?? [])].filter(isOfTasks)
  const ofType = facts?.itemTypes.get(task.customItemTypeId ?? '')?.customFieldIds ?? []
  const order = [
    ...(folders.data ?? []).flatMap(({ customColumnIds = [] }) => customColumnIds),
    ...ofType,
    ...(task.customFields ?? []).map(({ id }) => id),
    ...added,
  ]
  const rank = (field: CustomField) => order.indexOf(field.id)
  const isShown = (field: CustomField) => rank(field) >= 0 && (!field.archived || fieldValue(task, field.id) !== '')
  return {
    shown: all.filter(isShown).sort((a, b) => rank(a) - rank(b)),
    others: all
      .filter((field) => !isShown(field) && !field.archived)
      .sort((a, b) => collator.compare(a.title, b.title)),
    error: folders.error,
  }
}

/** Fields of folders and projects alone are no fields of tasks. */
const isOfTasks = ({ settings }: CustomField): boolean =>
  settings === undefined || settings.inheritanceType === 'All' || settings.inheritanceType === 'Tasks'

/** Places and those above them, each once, the nearest first; the root is no folder to be read. */
const withAbove = (ids: readonly string[], { places }: ViewFacts): string[] => [
  ...new Set(
    ids
      .filter((id) => places.byId.has(id))
      .flatMap((id) => [
        id,
        ...placesAbove(places, id)
          .map((place) => place.id)
          .reverse(),
      ]),
  ),
]
