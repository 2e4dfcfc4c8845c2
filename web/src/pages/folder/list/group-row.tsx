import { plural, words } from '../../../language/words.ts'
import { Icon } from '../../../parts/icon.tsx'
import { ColourDot } from '../../../parts/status.tsx'
import type { Item } from './list-items.ts'

const t = words('group-row', {
  tasks: ({ count }: { count: number }) => plural(count, { one: '# task', other: '# tasks' }),
  add: ({ title }: { title: string }) => `New task in ${title}`,
})

interface GroupRowProps {
  item: Item & { type: 'group' }
  index: number
  count: number
  top: number
  isActive: boolean
  isDropTarget: boolean
  onToggle: () => void
  /** Missing where no task can be made to be in the group. */
  onAdd?: (() => void) | undefined
}

/** The head of a group: what its tasks have in common, how many they are; a click closes or opens it. */
export function GroupRow({ item, index, count, top, isActive, isDropTarget, onToggle, onAdd }: GroupRowProps) {
  const { group, level, isClosed } = item
  const tab = isActive ? 0 : -1
  return (
    <div
      role="row"
      aria-level={level + 1}
      aria-setsize={count}
      aria-posinset={index + 1}
      aria-expanded={!isClosed}
      data-index={index}
      className={isDropTarget ? 'group-row drop-inside' : 'group-row'}
      style={{ transform: `translateY(${top}px)`, '--level': level }}
    >
      <div role="gridcell" className="group-name">
        <button type="button" className="plain title" tabIndex={tab} onClick={onToggle}>
          <Icon name={isClosed ? 'forward' : 'down'} />
          {group.color && <ColourDot color={group.color} />}
          <span>{group.title}</span>
          <span className="quiet count">
            <span aria-hidden="true">{group.tasks.length}</span>
            <span className="unseen">{t.tasks({ count: group.tasks.length })}</span>
          </span>
        </button>
      </div>
      {onAdd && (
        <div role="gridcell">
          <button type="button" className="plain" tabIndex={tab} aria-label={t.add(group)} onClick={onAdd}>
            <Icon name="add" />
          </button>
        </div>
      )}
    </div>
  )
}
