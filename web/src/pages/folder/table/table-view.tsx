import type { Task } from '@taskwright/sdk'
import { useMemo, useState } from 'react'
import type { View } from '../../../data/use-view.ts'
import { fieldKey, type TaskField } from '../../../data/view.ts'
import { newInGroups } from '../../../data/view-group-change.ts'
import { isByHand } from '../../../data/view-query.ts'
import { useTasksOfView } from '../../../data/view-tasks.ts'
import { plural, words } from '../../../language/words.ts'
import { Fault } from '../../../parts/fault.tsx'
import { asAllowed, fieldFor } from '../../../parts/fields/fields.ts'
import { useEdit } from '../bulk/use-edit.ts'
import { type Item, listItems, pathOf, type TaskItem } from '../list/list-items.ts'
import { useOpenTasks } from '../list/use-open-tasks.ts'
import { useSubtasks } from '../list/use-subtasks.ts'
import { createCursor } from './cursor.ts'
import { Grid } from './grid.tsx'
import { TableKeys } from './keys-help.tsx'
import { SelectionFacts } from './selection-facts.tsx'
import './table.css'
import { withEnds } from './table-items.ts'
import { useCells } from './use-cells.ts'

const t = words('table', {
  reading: 'Reading …',
  count: ({ count }: { count: number }) => plural(count, { one: '# task', other: '# tasks' }),
  partly: ({ count, of }: { count: number; of: number }) =>
    `${plural(count, { one: '# task', other: '# tasks' })} / ${plural(of, { other: '#' })}`,
})

const always: readonly TaskField[] = ['responsibleIds', 'parentIds', 'subTaskIds']
const title = { field: 'Title' } as const

/** The tasks of a place as a spreadsheet: rows of tasks, columns of fields, cells that are edited where they stand. */
export function TableView({ view }: { view: View }) {
  const { settings, facts, place, may } = view
  const read = useTasksOfView(view, { fields: always, isWhole: true })
  const { rows: tasks, isWhole, more } = read
  const edit = useEdit(view)
  const folderId = place === 'all' || !may.create ? undefined : place.id
  const cells = useCells(edit, folderId, read.reread)
  const [cursor] = useState(createCursor)
  const [opened, setOpened] = useState<ReadonlySet<string>>(new Set())
  const openTasks = useOpenTasks(tasks, opened)
  const subtasks = useSubtasks(openTasks.known)
  const items = useMemo(
    () => listItems(tasks, settings, facts, { opened, subtasks, writing: undefined }),
    [tasks, settings, facts, opened, subtasks],
  )
  openTasks.remember(items)
  const canMake = folderId !== undefined && isWhole
  const lines = useMemo(() => {
    if (!canMake) return items
    return withEnds(items, settings.groupBy.length, (values, lastId) => {
      const members = newInGroups(settings.groupBy, values, facts)
      return members && { ...members, ...(isByHand(settings) && lastId && { priorityAfter: lastId }) }
    })
  }, [items, settings, facts, canMake])
  // The title is always there, and first: it says what a row is.
  const columns = useMemo(
    () => [
      settings.columns.find(({ field }) => field === 'Title') ?? title,
      ...settings.columns.filter(({ field }) => field !== 'Title'),
    ],
    [settings.columns],
  )
  const fields = useMemo(
    () => columns.map((column) => asAllowed(fieldFor(fieldKey(column), facts), may)),
    [columns, facts, may],
  )

  const toggle = (item: TaskItem) => {
    const next = new Set(opened)
    if (!next.delete(item.key)) next.add(item.key)
    setOpened(next)
  }
  const toggleGroup = (item: Item & { type: 'group' }) => {
    const path = pathOf(item.values)
    const { collapsedGroups } = settings
    view.set({
      collapsedGroups: item.isClosed ? collapsedGroups.filter((one) => one !== path) : [...collapsedGroups, path],
    })
  }
  const last = tasks.at(-1)
  const base = useMemo(
    () => (folderId ? emptyTask(last, facts.statuses.byId.keys().next().value) : undefined),
    [folderId, last, facts],
  )

  if (read.isReading) return <p className="quiet view-wait">{t.reading}</p>
  return (
    <div className="table-view">
      <Fault error={read.error} onRetry={read.retry} />
      <Grid
        view={view}
        cursor={cursor}
        lines={lines}
        columns={columns}
        fields={fields}
        edit={edit}
        cells={cells}
        base={base}
        count={isWhole ? lines.length : undefined}
        onEnd={more}
        onToggle={toggle}
        onToggleGroup={toggleGroup}
      />
      <footer className="table-foot quiet">
        <span role="status">
          {isWhole || read.count === undefined
            ? t.count({ count: tasks.length })
            : t.partly({ count: tasks.length, of: read.count })}
        </span>
        <SelectionFacts cursor={cursor} lines={lines} fields={fields} />
        <TableKeys />
      </footer>
    </div>
  )
}

/** What a task is like that was not given anything, in the workflow of the others. */
const emptyTask = (like: Task | undefined, statusId = ''): Task =>
  ({
    id: '',
    title: '',
    customStatusId: like?.customStatusId ?? statusId,
    importance: 'Normal',
    dates: { type: 'Backlog' },
    responsibleIds: [],
    customFields: [],
  }) as unknown as Task
