import { useNavigate, useParams } from '@tanstack/react-router'
import { type KeyboardEvent, type MouseEvent, useMemo, useRef, useState } from 'react'
import { Tree } from 'react-aria-components'
import { type Places, usePlaces } from '../../data/folders.ts'
import { useStatuses } from '../../data/statuses.ts'
import { words } from '../../language/words.ts'
import { Branch } from './branch.tsx'
import { useTreeDrag } from './drag.ts'
import { idOfRow, useExpanded } from './expanded.ts'
import { PlaceDialogs } from './place-dialogs.tsx'
import { type Asked, PlaceMenu, type RowAt } from './place-menu.tsx'
import { RenameOver } from './rename-over.tsx'
import './folder-tree.css'

const t = words('folder-tree', {
  tree: 'Spaces and folders',
  reading: 'Reading …',
  nothing: 'Nothing is shared with you yet.',
})

/**
 * Spaces, folders and projects. Arrow keys move and open, Enter goes there, letters search; F2 renames, Shift F10 and the
 * pointer's other button open what can be done. Rows are dragged by their pictures, which Enter takes up as well.
 */
export function FolderTree() {
  const places = usePlaces()
  if (!places) return <p className="quiet">{t.reading}</p>
  if (places.roots.length === 0) return <p className="empty">{t.nothing}</p>
  return <Branches places={places} />
}

function Branches({ places }: { places: Places }) {
  const navigate = useNavigate()
  const { folderId } = useParams({ strict: false })
  const [expanded, setExpanded] = useExpanded(places, folderId)
  const [menu, setMenu] = useState<RowAt>()
  const [asked, setAsked] = useState<Asked>()
  const statuses = useStatuses()
  const tree = useRef<HTMLDivElement>(null)
  const { dragAndDropHooks } = useTreeDrag(places)
  const rowAt = (target: EventTarget | null): RowAt | undefined => {
    const row = target instanceof Element ? target.closest<HTMLElement>('[role=row]') : null
    const key = row?.querySelector<HTMLElement>('[data-place]')?.dataset.place
    return row && key ? { key, row } : undefined
  }
  const openMenu = (event: MouseEvent | KeyboardEvent) => {
    const at = rowAt(event.target)
    if (!at) return
    event.preventDefault()
    setMenu(at)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'ContextMenu' || (event.shiftKey && event.key === 'F10')) openMenu(event)
    const at = event.key === 'F2' && rowAt(event.target)
    if (at) setAsked({ what: 'rename', ...at })
  }
  const onMenu = (key: string, row: HTMLElement) => setMenu({ key, row })
  // The rows are made anew only when what they show has changed.
  const rows = useMemo(() => places.roots.map((id) => ({ id, key: id })), [places])
  return (
    <>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: keys and the pointer's other button of the rows within */}
      <div ref={tree} onContextMenu={openMenu} onKeyDown={onKeyDown}>
        <Tree
          className="tree"
          aria-label={t.tree}
          items={rows}
          dependencies={[places, folderId, statuses]}
          expandedKeys={expanded}
          onExpandedChange={setExpanded}
          dragAndDropHooks={dragAndDropHooks}
          onAction={(key) => navigate({ to: '/folder/$folderId', params: { folderId: idOfRow(key) } })}
        >
          {({ id }) => (
            <Branch id={id} above={[]} places={places} current={folderId} statuses={statuses} onMenu={onMenu} />
          )}
        </Tree>
      </div>
      <PlaceMenu at={menu} places={places} onAsk={setAsked} onClose={() => setMenu(undefined)} />
      <RenameOver asked={asked} places={places} onClose={() => setAsked(undefined)} />
      <PlaceDialogs asked={asked} places={places} onClose={() => setAsked(undefined)} />
    </>
  )
}
