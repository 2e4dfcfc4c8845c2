import { useNavigate } from '@tanstack/react-router'
import type { Favorite } from '@taskwright/sdk'
import { Button, GridList, GridListItem, useDragAndDrop } from 'react-aria-components'
import { idOfMarked, useFavourites } from '../../data/favourites.ts'
import { words } from '../../language/words.ts'
import { Icon } from '../icon.tsx'
import { ActionMenu } from '../menu.tsx'
import { wayTo } from '../way-to.ts'
import './favourites.css'

const t = words('favourites', {
  title: 'Favourites',
  none: 'The star beside a title keeps it here.',
  drag: ({ title }: { title: string }) => `Move ${title} among the favourites`,
  more: ({ title }: { title: string }) => `What can be done with the favourite ${title}`,
  up: 'Move up',
  down: 'Move down',
  remove: 'Remove from favourites',
})

/** What the person marked, in an order of their own: dragged by the picture (Enter takes it up), or by the menu. */
export function FavouriteList() {
  const navigate = useNavigate()
  const favourites = useFavourites()
  const list = favourites.list ?? []
  const { dragAndDropHooks } = useDragAndDrop<Favorite>({
    getItems: (keys) => [...keys].map((key) => ({ 'text/plain': list.find(({ id }) => id === key)?.title ?? '' })),
    onReorder: ({ keys, target }) => {
      const [id] = [...keys].map(String)
      const beside = String(target.key)
      if (id)
        favourites.move(id, target.dropPosition === 'before' ? { positionBefore: beside } : { positionAfter: beside })
    },
  })
  if (list.length === 0) return <p className="quiet side-note">{t.none}</p>
  return (
    <GridList
      className="favourites"
      aria-label={t.title}
      items={list}
      dependencies={[favourites]}
      dragAndDropHooks={dragAndDropHooks}
      onAction={(key) => {
        const found = list.find(({ id }) => id === key)
        if (found) void navigate(wayTo(found.kind === 'Task' ? 'task' : 'place', idOfMarked(found)))
      }}
    >
      {(one) => {
        const at = list.findIndex(({ id }) => id === one.id)
        const before = list[at - 1]
        const after = list[at + 1]
        const order = [
          before && {
            label: t.up,
            icon: 'up' as const,
            run: () => favourites.move(one.id, { positionBefore: before.id }),
          },
          after && {
            label: t.down,
            icon: 'down' as const,
            run: () => favourites.move(one.id, { positionAfter: after.id }),
          },
        ].filter((choice) => choice !== undefined)
        return (
          <GridListItem id={one.id} textValue={one.title} className="side-row">
            <Button slot="drag" className="place-picture" aria-label={t.drag(one)}>
              <Icon name={iconOf(one.kind)} />
            </Button>
            <span className="title">{one.title}</span>
            <ActionMenu
              label={t.more(one)}
              className="plain place-more"
              groups={[
                { choices: order },
                { choices: [{ label: t.remove, icon: 'star', run: () => favourites.remove(one.id) }] },
              ]}
            />
          </GridListItem>
        )
      }}
    </GridList>
  )
}

export const iconOf = (kind: Favorite['kind']) =>
  ({ Space: 'space', Project: 'project', Folder: 'folder', Task: 'task' })[kind] as
    | 'space'
    | 'project'
    | 'folder'
    | 'task'
