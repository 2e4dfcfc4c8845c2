import { useVirtualizer } from '@tanstack/react-virtual'
import { useCallback, useDeferredValue, useEffect, useMemo, useRef, useState } from 'react'
import { tell } from '../../../data/notices.ts'
import { useStable } from '../../../data/use-stable.ts'
import type { View } from '../../../data/use-view.ts'
import { fieldKey, type TaskField } from '../../../data/view.ts'
import { changeToGroup, newInGroups } from '../../../data/view-group-change.ts'
import { isByHand } from '../../../data/view-query.ts'
import { useTasksOfView } from '../../../data/view-tasks.ts'
import { plural, words } from '../../../language/words.ts'
import { Empty } from '../../../parts/empty.tsx'
import { Fault } from '../../../parts/fault.tsx'
import { asAllowed, fieldFor } from '../../../parts/fields/fields.ts'
import { BulkBar } from '../bulk/bulk-bar.tsx'
import { RowMenu } from '../bulk/row-menu.tsx'
import { useEdit } from '../bulk/use-edit.ts'
import { useSelection } from '../bulk/use-selection.ts'
import { NewTask } from '../new-task.tsx'
import { betweenOf } from './between.ts'
import { GroupRow } from './group-row.tsx'
import './list.css'
import { groupTitle, type Item, keptItems, listItems, pathOf, type TaskItem, tasksOf } from './list-items.ts'
import { rowKeys } from './row-keys.ts'
import { type RowActions, TaskRow } from './task-row.tsx'
import { useOpenTasks } from './use-open-tasks.ts'
import { useReorder } from './use-reorder.ts'
import { useRowDrag } from './use-row-drag.ts'
import { useSubtasks } from './use-subtasks.ts'

const t = words('list', {
  reading: 'Reading …',
  tasks: 'Tasks',
  nothing: 'No task fits.',
  none: 'Nothing to do here.',
  write: 'Write a title above and press Enter.',
  loosen: 'Take a filter off to see more.',
  count: ({ count }: { count: number }) => plural(count, { one: '# task', other: '# tasks' }),
  partly: ({ count, of }: { count: number; of: number }) =>
    `${plural(count, { one: '# task', other: '# tasks' })} / ${plural(of, { other: '#' })}`,
})

const rowHeight = 44
const fields: readonly TaskField[] = ['responsibleIds', 'parentIds', 'subTaskIds']

/** The tasks of a place, however many: only what is seen is drawn. Arrow keys move from row to row. */
export function ListView({ view }: { view: View }) {
  const { facts, place, may } = view
  // Thousands of lines in another order or other groups are worked out after what was pressed has been seen to be pressed.
  const settings = useDeferredValue(view.settings)
  const read = useTasksOfView({ ...view, settings }, { fields })
  const { rows: tasks, isWhole, more, sortAgain } = read
  const edit = useEdit(view)
  const reorder = useReorder(sortAgain)
  const scroller = useRef<HTMLDivElement>(null)
  const [opened, setOpened] = useState<ReadonlySet<string>>(new Set())
  const [writing, setWriting] = useState<string>()
  const [active, setActive] = useState<string>()
  const [menu, setMenu] = useState<{ item: TaskItem; anchor: HTMLElement }>()

  const openTasks = useOpenTasks(tasks, opened)
  const subtasks = useSubtasks(openTasks.known)
  const drawn = useRef<readonly Item[]>([])
  const items = useMemo(
    () => keptItems(listItems(tasks, settings, facts, { opened, subtasks, writing }), drawn.current),
    [tasks, settings, facts, opened, subtasks, writing],
  )
  drawn.current = items
  openTasks.remember(items)
  const keys = useMemo(() => items.map(({ key }) => key), [items])
  const selection = useSelection(keys)
  const selected = () => tasksOf(items, selection.ids)
  // What can be done with them all follows a moment later: rows are selected one after the other.
  const seen = useDeferredValue(selection.ids)
  // biome-ignore lint/correctness/useExhaustiveDependencies: what it calls does the same whenever it was made
  const bulkBar = useMemo(() => {
    const chosen = tasksOf(items, seen)
    return chosen.length > 0 && <BulkBar view={view} tasks={chosen} edit={edit} onClear={selection.clear} />
  }, [items, seen, settings, facts, may, edit.progress])
  const columns = useMemo(() => {
    const shown = settings.columns.filter(({ field }) => field !== 'Title')
    return shown.map((column) => asAllowed(fieldFor(fieldKey(column), facts), may))
  }, [settings.columns, facts, may])

  // The same function as long as the lines are: with another one the places of all of them are worked out again.
  const keyOf = useCallback((index: number) => items[index]?.key ?? index, [items])
  const virtual = useVirtualizer({
    count: items.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: 10,
    getItemKey: keyOf,
  })
  const shown = virtual.getVirtualItems()
  const last = shown.at(-1)?.index ?? 0
  useEffect(() => {
    if (!isWhole && last >= items.length - 50) more()
  }, [isWhole, last, items.length, more])

  const goTo = (index: number) => {
    const item = items[index]
    if (!item) return
    setActive(item.key)
    virtual.scrollToIndex(index)
    // A row that is drawn takes the focus at once, so that the next key finds it there.
    if (!focusRow(index)) requestAnimationFrame(() => focusRow(index))
  }
  const focusRow = (index: number): boolean => {
    const row = scroller.current?.querySelector<HTMLElement>(`[data-index="${index}"]`)
    // The box before a title ticks the task; keys that open, choose or delete a row need its title.
    const part = row?.querySelector<HTMLElement>('.title') ?? row?.querySelector<HTMLElement>('input')
    part?.focus({ preventScroll: true })
    return part !== undefined && part !== null
  }
  const toggleGroup = (item: Item & { type: 'group' }) => {
    const path = pathOf(item.values)
    const { collapsedGroups } = settings
    view.set({
      collapsedGroups: item.isClosed ? collapsedGroups.filter((one) => one !== path) : [...collapsedGroups, path],
    })
  }
  const toggle = (item: TaskItem) => {
    const next = new Set(opened)
    if (!next.delete(item.key)) next.add(item.key)
    setOpened(next)
  }

  const canMove = may.edit && isByHand(settings)
  const drop = useRowDrag({
    items,
    isEnabled: may.edit && (canMove || settings.groupBy.length > 0),
    selected: selection.ids,
    onDrop: (moved, target, edge) => void moveTo(moved, target, edge),
  })
  /** Puts tasks beside another one, and into its group. */
  async function moveTo(moved: readonly TaskItem[], target: Item, edge: 'before' | 'after' | 'inside') {
    for (const item of moved) {
      const members = membersFor(item, target)
      const between = canMove && target.type === 'task' ? betweenOf(items, target, edge, item) : undefined
      if (!between) await edit.set([item.task], members)
      else await reorder(item.task, between, betweenOf(items, item, 'before', item), members)
    }
  }
  function membersFor(item: TaskItem, target: Item) {
    const all = settings.groupBy.map((grouping, depth) => {
      const [from = '', to = from] = [item.values[depth], target.values[depth]]
      return changeToGroup(grouping, item.task, from, to, facts)
    })
    return Object.assign({}, ...all)
  }
  const step = (item: TaskItem, by: 1 | -1) => {
    const siblings = items.filter(
      (one): one is TaskItem =>
        one.type === 'task' && one.level === item.level && pathOf(one.values) === pathOf(item.values),
    )
    const target = siblings[siblings.indexOf(item) + by]
    if (target) void moveTo([item], target, by === 1 ? 'after' : 'before').then(() => goTo(items.indexOf(target)))
  }

  const actions = useStable<RowActions>({
    change: (item, members) => void edit.set([item.task], members),
    wrong: (why) => tell(why, { isFault: true }),
    toggle,
    menu: (item, anchor) => setMenu({ item, anchor }),
  })
  const onKeyDown = rowKeys({
    items,
    selection,
    goTo,
    toggle: (item) => (item.type === 'group' ? toggleGroup(item) : toggle(item)),
    ...(canMove && { step }),
    ...(may.remove && {
      remove: (item: TaskItem) => void edit.remove(selection.ids.has(item.key) ? selected() : [item.task]),
    }),
    menu: (item, anchor) => setMenu({ item, anchor }),
  })
  const activeKey = active !== undefined && keys.includes(active) ? active : keys[0]
  const folderId = place === 'all' || !may.create ? undefined : place.id
  const first = tasks[0]
  const newMembers = canMove && first ? { priorityBefore: first.id } : undefined

  if (read.isReading) return <p className="quiet view-wait">{t.reading}</p>
  return (
    <div className="list">
      {folderId && <NewTask folderId={folderId} members={newMembers} />}
      <Fault error={read.error} onRetry={read.retry} />
      {items.length === 0 && !read.error ? (
        <Empty icon="task" title={isFiltered(view) ? t.nothing : t.none}>
          <p>{isFiltered(view) ? t.loosen : folderId && t.write}</p>
        </Empty>
      ) : (
        <div className="task-list" ref={scroller} {...drop.handlers}>
          <div
            role="treegrid"
            aria-label={t.tasks}
            aria-multiselectable
            aria-rowcount={isWhole ? items.length : -1}
            style={{ height: virtual.getTotalSize(), '--columns': columns.length }}
            onKeyDown={onKeyDown}
            onFocus={({ target }) => {
              const index = target.closest<HTMLElement>('[data-index]')?.dataset.index
              const key = index === undefined ? undefined : items[Number(index)]?.key
              if (key !== undefined && key !== active) setActive(key)
            }}
            onClick={(event) => {
              const index = (event.target as HTMLElement).closest<HTMLElement>('[data-index]')?.dataset.index
              const item = index === undefined ? undefined : items[Number(index)]
              if (item?.type !== 'task' || !(event.ctrlKey || event.metaKey || event.shiftKey)) return
              event.preventDefault()
              if (event.shiftKey) selection.extendTo(item.key, keys)
              else selection.toggle(item.key)
            }}
            onContextMenu={(event) => {
              const row = (event.target as HTMLElement).closest<HTMLElement>('[data-index]')
              const item = row ? items[Number(row.dataset.index)] : undefined
              const anchor = row?.querySelector<HTMLElement>('.task-more button')
              if (item?.type !== 'task' || !anchor) return
              event.preventDefault()
              setMenu({ item, anchor })
            }}
          >
            {shown.map(({ index, start, key }) => {
              const item = items[index] as Item
              const base = { index, count: isWhole ? items.length : -1, top: start, isActive: item.key === activeKey }
              if (item.type === 'group')
                return (
                  <GroupRow
                    key={key}
                    {...base}
                    item={item}
                    isDropTarget={drop.target?.key === item.key}
                    onToggle={() => toggleGroup(item)}
                    onAdd={folderId && membersOfGroup(item.values) ? () => setWriting(pathOf(item.values)) : undefined}
                  />
                )
              if (item.type === 'new')
                return (
                  <div key={key} role="row" className="new-row" style={{ transform: `translateY(${start}px)` }}>
                    <div role="gridcell">
                      <NewTask
                        folderId={folderId ?? ''}
                        members={{ ...newMembers, ...membersOfGroup(item.values) }}
                        group={groupTitle(items, item.values)}
                        onClose={() => setWriting(undefined)}
                      />
                    </div>
                  </div>
                )
              return (
                <TaskRow
                  key={key}
                  {...base}
                  item={item}
                  fields={columns}
                  statuses={facts.statuses}
                  isOpen={item.task.id === view.open}
                  isSelected={selection.ids.has(item.key)}
                  canTick={may.changeStatus}
                  isDraggable={drop.isEnabled && item.parentKey === undefined}
                  dropEdge={drop.target?.key === item.key ? drop.target.edge : undefined}
                  actions={actions}
                />
              )
            })}
          </div>
        </div>
      )}
      <p className="view-count quiet" role="status">
        {/* How many there are, nobody knows who could not read them. */}
        {read.error && tasks.length === 0
          ? ''
          : isWhole || read.count === undefined
            ? t.count({ count: tasks.length })
            : t.partly({ count: tasks.length, of: read.count })}
      </p>
      {bulkBar}
      {menu && (
        <RowMenu
          view={view}
          task={menu.item.task}
          tasks={selection.ids.has(menu.item.key) ? selected() : [menu.item.task]}
          anchor={{ current: menu.anchor }}
          edit={edit}
          isSelected={selection.ids.has(menu.item.key)}
          onSelect={() => selection.toggle(menu.item.key)}
          onMove={canMove ? (by) => step(menu.item, by) : undefined}
          onClose={() => setMenu(undefined)}
        />
      )}
    </div>
  )

  function membersOfGroup(values: readonly string[]) {
    return newInGroups(settings.groupBy, values, facts)
  }
}

const isFiltered = ({ settings: { filters } }: View): boolean =>
  Object.keys(filters).some((name) => name !== 'statusGroups')
