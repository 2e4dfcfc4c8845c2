import { useNavigate } from '@tanstack/react-router'
import { deleteView, queryViews, type SavedView, updateView } from '@taskwright/sdk'
import { useState } from 'react'
import { useChange } from '../../data/api.ts'
import { tell } from '../../data/notices.ts'
import type { View } from '../../data/use-view.ts'
import { folderIdOf, settingsFrom } from '../../data/view.ts'
import { searchOf, type ViewSearch } from '../../data/view-address.ts'
import { words } from '../../language/words.ts'
import { Confirm } from '../../parts/dialog.tsx'
import { ActionMenu, type MenuChoice } from '../../parts/menu.tsx'
import { NameView } from './name-view.tsx'

const t = words('save-view', {
  view: 'View',
  save: 'Save changes',
  saveAs: 'Save as a view …',
  edit: 'Name and sharing …',
  reset: 'Undo changes',
  remove: 'Delete the view …',
  link: 'Copy a link',
  copied: 'The link is copied. Whoever opens it sees these tasks, as far as they are shared with them.',
  saved: ({ title }: { title: string }) => `“${title}” is saved.`,
  removed: ({ title }: { title: string }) => `“${title}” is deleted.`,
  sure: ({ title }: { title: string }) => `Delete “${title}”?`,
  stays: 'The tasks stay. Others who use this view lose it too, if it is shared.',
  act: 'Delete the view',
  defaults: 'Back to the standard',
})

/** What is done with a view as a whole: keeping it, its name, who has it, its link. */
export function SaveView({ view }: { view: View }) {
  const [asks, setAsks] = useState<'new' | 'name' | 'remove'>()
  const navigate = useNavigate()
  const change = useChange(updateView, [queryViews])
  const remove = useChange(deleteView, [queryViews])
  const { saved, isChanged } = view
  const goTo = (search: ViewSearch) =>
    navigate({ to: '.', search: (before: ViewSearch) => ({ ...search, ...(before.task && { task: before.task }) }) })
  const choices: MenuChoice[] = [
    ...(saved?.canEdit && isChanged ? [{ label: t.save, run: () => save(saved) }] : []),
    { label: t.saveAs, icon: 'add', run: () => setAsks('new') },
    ...(saved?.canEdit ? [{ label: t.edit, icon: 'edit' as const, run: () => setAsks('name') }] : []),
    ...(saved && isChanged
      ? [{ label: t.reset, icon: 'undo' as const, run: () => void goTo(view.searchFor(saved)) }]
      : []),
    ...(saved ? [] : [{ label: t.defaults, icon: 'undo' as const, run: () => view.set(settingsFrom(view.kind)) }]),
    { label: t.link, icon: 'link', run: () => void copyLink(view) },
  ]
  function save(known: SavedView): void {
    change.mutate(
      { viewId: known.id, kind: view.kind, settings: view.settings },
      {
        onSuccess: () => {
          void goTo({ view: known.id, kind: view.kind })
          tell(t.saved(known))
        },
        onError: ({ message }) => tell(message, { isFault: true }),
      },
    )
  }
  return (
    <>
      {saved?.canEdit && isChanged && (
        <button type="button" className="small" disabled={change.isPending} onClick={() => save(saved)}>
          {t.save}
        </button>
      )}
      <ActionMenu
        label={t.view}
        groups={[
          { choices },
          {
            choices: saved?.canEdit
              ? [{ label: t.remove, icon: 'remove', isHarm: true, run: () => setAsks('remove') }]
              : [],
          },
        ]}
      />
      {(asks === 'new' || asks === 'name') && (
        <NameView
          view={view}
          {...(asks === 'name' && saved && { saved })}
          onSaved={(made) => void goTo({ view: made.id, kind: made.kind })}
          onClose={() => setAsks(undefined)}
        />
      )}
      {asks === 'remove' && saved && (
        <Confirm
          title={t.sure(saved)}
          act={t.act}
          onClose={() => setAsks(undefined)}
          onAct={() =>
            remove.mutate(
              { viewId: saved.id },
              {
                onSuccess: () => {
                  void goTo({ kind: saved.kind })
                  tell(t.removed(saved))
                },
                onError: ({ message }) => tell(message, { isFault: true }),
              },
            )
          }
        >
          <p>{t.stays}</p>
        </Confirm>
      )}
    </>
  )
}

/** A link that says all of the view, whoever opens it. */
async function copyLink({ place, kind, saved, isChanged, settings, day }: View): Promise<void> {
  const { folderId } = folderIdOf(place)
  const search = saved && !isChanged ? { view: saved.id } : { kind, ...searchOf(settings, settingsFrom(kind)) }
  const query = new URLSearchParams(
    Object.entries({ ...search, ...(day && { day }) }).map(([name, value]) => [
      name,
      typeof value === 'string' ? value : JSON.stringify(value),
    ]),
  )
  const link = `${location.origin}/work/${folderId ? `folder/${folderId}` : 'all'}?${query}`
  await navigator.clipboard.writeText(link)
  tell(t.copied)
}
