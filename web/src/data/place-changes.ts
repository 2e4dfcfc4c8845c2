import { useQueryClient } from '@tanstack/react-query'
import {
  createFolder,
  createSpace,
  deleteFolder,
  deleteSpace,
  type FolderTree,
  queryFavorites,
  queryVisits,
  updateFolder,
  updateSpace,
} from '@taskwright/sdk'
import { words } from '../language/words.ts'
import { useChange } from './api.ts'
import { type Place, showsPlaces } from './folders.ts'
import { tell } from './notices.ts'
import { patchRows } from './patch.ts'
import { showsTasks } from './tasks.ts'

const t = words('place-changes', {
  undo: 'Undo',
  renamed: ({ title }: { title: string }) => `It is called “${title}” now.`,
  moved: ({ title, to }: { title: string; to: string }) => `“${title}” is in “${to}” now.`,
  added: ({ title, to }: { title: string; to: string }) => `“${title}” is in “${to}” too.`,
  takenOut: ({ title, from }: { title: string; from: string }) => `“${title}” is no longer in “${from}”.`,
  deleted: ({ title }: { title: string }) => `“${title}” is in the recycle bin.`,
})

const touched = [...showsPlaces, queryFavorites, queryVisits]
const fail = (error: Error) => tell(error.message, { isFault: true })

/** What people do with spaces, folders and projects; the tree shows it at once, and a notice takes it back. */
export function usePlaceChanges() {
  const memory = useQueryClient()
  const patch = (id: string, change: (row: FolderTree) => FolderTree) => patchRows<FolderTree>(memory, [id], change)
  const folder = useChange(updateFolder, touched, {
    show: ({ folderId, title, addParents = [], removeParents = [] }) => {
      const undo = [
        ...(title === undefined ? [] : [patch(folderId, (row) => ({ ...row, title }))]),
        ...addParents.map((id) => patch(id, (row) => withChild(row, folderId))),
        ...removeParents.map((id) => patch(id, (row) => withoutChild(row, folderId))),
      ]
      return () => {
        for (const back of undo.reverse()) back()
      }
    },
  })
  const space = useChange(updateSpace, touched, {
    show: ({ spaceId, title }) => patch(spaceId, (row) => ({ ...row, ...(title !== undefined && { title }) })),
  })
  const removeFolder = useChange(deleteFolder, [...touched, ...showsTasks])
  const removeSpace = useChange(deleteSpace, [...touched, ...showsTasks])
  const restore = useChange(updateFolder, [...touched, ...showsTasks])
  const addFolder = useChange(createFolder, touched)
  const addSpace = useChange(createSpace, touched)

  const undoable = (text: string, run: () => void) => tell(text, { action: { label: t.undo, run } })
  // Menus and dialogs are gone before the server answers: what follows is bound to the answer, not to them.
  const after = (calling: Promise<unknown>, then?: () => void) => void calling.then(then, fail)
  const name = (place: Place, title: string, then?: () => void) =>
    after(
      place.kind === 'space'
        ? space.mutateAsync({ spaceId: place.id, title })
        : folder.mutateAsync({ folderId: place.id, title }),
      then,
    )
  const lay = (place: Place, into: string[], outOf: string[], then?: () => void) =>
    after(
      folder.mutateAsync({
        folderId: place.id,
        ...(into.length > 0 && { addParents: into }),
        ...(outOf.length > 0 && { removeParents: outOf }),
      }),
      then,
    )

  return {
    rename: (place: Place, title: string) =>
      name(place, title, () => undoable(t.renamed({ title }), () => name(place, place.title))),
    /** Out of one place into another; without the first it lies in both afterwards. */
    move: (place: Place, to: Place, from?: Place) =>
      lay(place, [to.id], from ? [from.id] : [], () =>
        undoable((from ? t.moved : t.added)({ title: place.title, to: to.title }), () =>
          lay(place, from ? [from.id] : [], [to.id]),
        ),
      ),
    takeOut: (place: Place, from: Place) =>
      lay(place, [], [from.id], () =>
        undoable(t.takenOut({ title: place.title, from: from.title }), () => lay(place, [from.id], [])),
      ),
    remove: (place: Place, onGone: () => void) =>
      after(
        place.kind === 'space'
          ? removeSpace.mutateAsync({ spaceId: place.id })
          : removeFolder.mutateAsync({ folderId: place.id }),
        () => {
          undoable(t.deleted(place), () => after(restore.mutateAsync({ folderId: place.id, restore: true })))
          onGone()
        },
      ),
    /** The id of what was made; what went wrong is the caller's to show. */
    create: async (made: { kind: 'folder' | 'project'; title: string; in: string }): Promise<string | undefined> => {
      const project = made.kind === 'project' ? { project: {} } : {}
      return (await addFolder.mutateAsync({ folderId: made.in, title: made.title, ...project }))[0]?.id
    },
    createSpace: async (title: string, accessType: 'Public' | 'Private'): Promise<string | undefined> =>
      (await addSpace.mutateAsync({ title, accessType }))[0]?.id,
  }
}

const withChild = (row: FolderTree, id: string): FolderTree => ({
  ...row,
  childIds: [...(row.childIds ?? []).filter((child) => child !== id), id],
})
const withoutChild = (row: FolderTree, id: string): FolderTree => ({
  ...row,
  childIds: (row.childIds ?? []).filter((child) => child !== id),
})
