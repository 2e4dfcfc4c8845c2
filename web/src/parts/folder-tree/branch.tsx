import { Button, Collection, TreeItem, TreeItemContent } from 'react-aria-components'
import type { Place, Places } from '../../data/folders.ts'
import type { Statuses } from '../../data/statuses.ts'
import { words } from '../../language/words.ts'
import { Icon } from '../icon.tsx'
import { ColourDot } from '../status.tsx'
import { rowKey } from './expanded.ts'

const t = words('folder-tree-row', {
  project: 'project',
  space: 'space',
  folder: 'folder',
  drag: ({ title }: { title: string }) => `Move ${title}`,
  more: ({ title }: { title: string }) => `What can be done with ${title}`,
})

interface BranchProps {
  id: string
  /** Ids of the branches it is on. */
  above: readonly string[]
  places: Places
  current: string | undefined
  statuses: Statuses | undefined
  onMenu: (key: string, row: HTMLElement) => void
}

/** A place, and what lies in it. */
export function Branch({ id, above, ...shared }: BranchProps) {
  const { places, current, statuses, onMenu } = shared
  const place = places.byId.get(id) as Place
  const key = rowKey(above, id)
  // A folder that lies in itself by a long way is not followed forever.
  const children = place.childIds.filter((child) => child !== id && !above.includes(child))
  const status = place.statusId && statuses?.byId.get(place.statusId)
  const isCurrent = id === current
  return (
    <TreeItem id={key} textValue={place.title}>
      <TreeItemContent>
        {({ hasChildItems }) => (
          <div className={isCurrent ? 'tree-row current' : 'tree-row'} data-place={key}>
            {hasChildItems ? (
              <Button slot="chevron">
                <Icon name="forward" className="chevron" />
              </Button>
            ) : (
              <span className="leaf" />
            )}
            <Button slot="drag" className="place-picture" aria-label={t.drag(place)} data-color={place.color}>
              <Icon name={place.kind} />
            </Button>
            <span className="title">{place.title}</span>
            <span className="unseen">, {t[place.kind]}</span>
            {status && (
              <span className="place-status" title={status.name}>
                <ColourDot color={status.color ?? 'Gray'} />
                <span className="unseen">, {status.name}</span>
              </span>
            )}
            <Button
              className="plain place-more"
              aria-label={t.more(place)}
              aria-haspopup="menu"
              onPress={({ target }) => onMenu(key, target.closest('[role=row]') as HTMLElement)}
            >
              <Icon name="more" />
            </Button>
          </div>
        )}
      </TreeItemContent>
      <Collection items={children.map((child) => ({ id: rowKey([...above, id], child), child }))}>
        {({ child }) => <Branch key={child} id={child} above={[...above, id]} {...shared} />}
      </Collection>
    </TreeItem>
  )
}
