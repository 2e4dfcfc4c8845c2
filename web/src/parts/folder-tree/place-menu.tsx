import { useNavigate, useParams } from '@tanstack/react-router'
import { queryPermissions } from '@taskwright/sdk'
import { useMemo } from 'react'
import { Menu, MenuItem, MenuSection, Separator } from 'react-aria-components'
import { useRead } from '../../data/api.ts'
import { useFavourites } from '../../data/favourites.ts'
import { type Place, type Places, placesBelow } from '../../data/folders.ts'
import { usePlaceChanges } from '../../data/place-changes.ts'
import { words } from '../../language/words.ts'
import { copyLink } from '../copy-link.ts'
import { Icon } from '../icon.tsx'
import type { MenuChoice } from '../menu.tsx'
import { Over } from '../over.tsx'
import { idOfRow, parentOfRow } from './expanded.ts'

const t = words('place-menu', {
  menu: ({ title }: { title: string }) => `What can be done with ${title}`,
  open: 'Open',
  newFolder: 'New folder in it …',
  newProject: 'New project in it …',
  mark: 'Add to favourites',
  unmark: 'Remove from favourites',
  share: 'Share …',
  rename: 'Rename',
  move: 'Move to …',
  add: 'Add to another place …',
  takeOut: ({ title }: { title: string }) => `Take out of ${title}`,
  copy: 'Copy the link',
  remove: 'Delete',
})

/** A row of the tree, as the page has it. */
export interface RowAt {
  key: string
  row: HTMLElement
}

/** What somebody chose to do to a row that takes more than a click. */
export type Asked = RowAt & { what: 'rename' | 'move' | 'add' | 'newFolder' | 'newProject' | 'share' }

interface PlaceMenuProps {
  at: RowAt | undefined
  places: Places
  onAsk: (asked: Asked) => void
  onClose: () => void
}

/** What can be done with a place, as far as the server lets the person do it. */
export function PlaceMenu({ at, places, onAsk, onClose }: PlaceMenuProps) {
  const place = at && places.byId.get(idOfRow(at.key))
  const row = useMemo(() => ({ current: at?.row ?? null }), [at])
  if (!at || !place) return null
  return (
    <Over
      isOpen
      triggerRef={row}
      placement="bottom start"
      crossOffset={24}
      onOpenChange={(isOpen) => isOpen || onClose()}
    >
      <Choices at={at} place={place} places={places} onAsk={onAsk} onClose={onClose} />
    </Over>
  )
}

interface ChoicesProps extends PlaceMenuProps {
  at: RowAt
  place: Place
}

function Choices({ at, place, places, onAsk, onClose }: ChoicesProps) {
  const navigate = useNavigate()
  const { folderId: current } = useParams({ strict: false })
  const { data } = useRead(queryPermissions, { folderIds: [place.id] })
  const favourites = useFavourites()
  const changes = usePlaceChanges()
  const may = (action: string) => data?.[0]?.permissions.some((one) => one === action) ?? false
  const parent = places.byId.get(parentOfRow(at.key) ?? '')
  const marked = favourites.of({ folderId: place.id })
  const ask = (what: Asked['what']) => () => onAsk({ ...at, what })
  const isSpace = place.kind === 'space'
  const leave = () => {
    if (current && placesBelow(places, place.id).has(current))
      void navigate(parent ? { to: '/folder/$folderId', params: { folderId: parent.id } } : { to: '/' })
  }
  const groups: (MenuChoice | false)[][] = [
    [
      {
        label: t.open,
        icon: 'forward',
        run: () => void navigate({ to: '/folder/$folderId', params: { folderId: place.id } }),
      },
      may('createFolder') && { label: t.newFolder, icon: 'folder', run: ask('newFolder') },
      may('createFolder') && { label: t.newProject, icon: 'project', run: ask('newProject') },
    ],
    [
      marked
        ? { label: t.unmark, icon: 'star', run: () => favourites.remove(marked.id) }
        : { label: t.mark, icon: 'star', run: () => favourites.add({ folderId: place.id }) },
      { label: t.share, icon: 'share', run: ask('share') },
      { label: t.copy, icon: 'link', run: () => copyLink(`/work/folder/${place.id}`) },
    ],
    [
      (isSpace ? may('share') : may('editFolder')) && { label: t.rename, icon: 'edit', keys: 'F2', run: ask('rename') },
      !isSpace && may('move') && { label: t.move, icon: 'folder', run: ask('move') },
      !isSpace && may('addTo') && { label: t.add, icon: 'copy', run: ask('add') },
      !isSpace &&
        parent !== undefined &&
        place.parentIds.length > 1 &&
        may('move') && { label: t.takeOut(parent), icon: 'close', run: () => changes.takeOut(place, parent) },
    ],
    [
      may('deleteFolder') &&
        !place.isPersonal && { label: t.remove, icon: 'remove', isHarm: true, run: () => changes.remove(place, leave) },
    ],
  ]
  const shown = groups.map((group) => group.filter((choice) => choice !== false)).filter((group) => group.length > 0)
  return (
    <Menu className="menu" aria-label={t.menu(place)} autoFocus="first" onClose={onClose}>
      {shown.map((choices, at) => (
        <MenuSection key={choices[0]?.label} aria-label={t.menu(place)}>
          {at > 0 && <Separator />}
          {choices.map(({ label, run, icon, isHarm, keys }) => (
            <MenuItem
              key={label}
              textValue={label}
              className={isHarm ? 'menu-item harmful' : 'menu-item'}
              onAction={run}
            >
              {icon && <Icon name={icon} />}
              <span>{label}</span>
              {keys && <kbd>{keys}</kbd>}
            </MenuItem>
          ))}
        </MenuSection>
      ))}
    </Menu>
  )
}
