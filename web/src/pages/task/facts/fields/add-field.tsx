import { type CustomField, getFoldersByIds, queryPermissions, updateFolder } from '@taskwright/sdk'
import { useChange, useRead } from '../../../../data/api.ts'
import { usePlaces } from '../../../../data/folders.ts'
import { tell } from '../../../../data/notices.ts'
import { words } from '../../../../language/words.ts'
import { Fault } from '../../../../parts/fault.tsx'
import { Icon } from '../../../../parts/icon.tsx'
import { Picker } from '../../../../parts/picker.tsx'
import { useOpenTask } from '../../frame/open-task.tsx'
import { fieldsOfFolders } from './use-fields.ts'

const t = words('add-field', {
  add: 'Add a field',
  ofSpace: 'of the space',
  ofAccount: 'of the account',
  added: ({ title, place }: { title: string; place: string }) => `All tasks of ${place} have ${title} now.`,
  undo: 'Undo',
})

/** Adds a field to the folder that the task lies in, where the person may edit that; elsewhere to this task alone. */
export function AddField({ others, onAdd }: { others: readonly CustomField[]; onAdd: (field: CustomField) => void }) {
  const { task } = useOpenTask()
  const places = usePlaces()
  const isSpace = (id: string) => Number(places?.byId.get(id)?.kind === 'space')
  // A folder rather than a space, whose tasks are many.
  const parents = (task.parentIds ?? []).filter((id) => places?.byId.has(id)).sort((a, b) => isSpace(a) - isSpace(b))
  const allowed = useRead(queryPermissions, { folderIds: parents }, { enabled: parents.length > 0 })
  const folderId = allowed.data?.find(({ permissions }) => permissions.includes('editFolder'))?.id
  const folders = useRead(getFoldersByIds, fieldsOfFolders(folderId ? [folderId] : []), {
    enabled: folderId !== undefined,
  })
  const change = useChange(updateFolder, [getFoldersByIds])
  if (others.length === 0) return null
  const add = ([id]: string[]) => {
    const field = others.find((one) => one.id === id)
    if (!field) return
    onAdd(field)
    const before = folders.data?.[0]?.customColumnIds
    const place = folderId && places?.byId.get(folderId)
    if (!before || !place) return
    change.mutate(
      { folderId: place.id, customColumns: [...before, field.id] },
      {
        onSuccess: () =>
          tell(t.added({ title: field.title, place: place.title }), {
            action: { label: t.undo, run: () => change.mutate({ folderId: place.id, ...columns(before) }) },
          }),
      },
    )
  }
  return (
    <>
      <Picker
        label={t.add}
        name={t.add}
        items={others.map(({ id, title, spaceId }) => ({ id, title, note: spaceId ? t.ofSpace : t.ofAccount }))}
        chosen={[]}
        onChoose={add}
        className="plain"
      >
        <Icon name="add" />
      </Picker>
      <Fault error={change.error} />
    </>
  )
}

/** An empty list has a parameter of its own. */
const columns = (ids: readonly string[]) =>
  ids.length > 0 ? { customColumns: [...ids] } : { clearCustomColumns: true }
