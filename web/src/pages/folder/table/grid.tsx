import type { Task, ViewColumn } from '@taskwright/sdk'
import { useCallback, useEffect, useId, useLayoutEffect, useMemo, useRef, useState, useSyncExternalStore } from 'react'
import type { View } from '../../../data/use-view.ts'
import { fieldKey } from '../../../data/view.ts'
import { words } from '../../../language/words.ts'
import type { Field } from '../../../parts/fields/fields.ts'
import type { Edit } from '../bulk/use-edit.ts'
import { useNarrow } from '../calendar/use-narrow.ts'
import type { Item, TaskItem } from '../list/list-items.ts'
import { ColumnMenu } from './column-menu.tsx'
import type { Cursor } from './cursor.ts'
import './grid.css'
import { GridRow } from './grid-row.tsx'
import { GroupLine } from './group-line.tsx'
import { HeadRow } from './head-row.tsx'
import { NewLine } from './new-line.tsx'
import './selection.css'
import { SelectionTools } from './selection-tools.tsx'
import type { GridItem } from './table-items.ts'
import { useCellWork } from './use-cell-work.ts'
import type { useCells } from './use-cells.ts'
import { useColumnPull } from './use-column-pull.ts'
import { useGridActions } from './use-grid-actions.ts'
import { useGridKeys } from './use-grid-keys.ts'
import { useGridPointer } from './use-grid-pointer.ts'
import { useGridWindow } from './use-grid-window.ts'
import { useReveal } from './use-reveal.ts'
import { columnsOf, widthOf } from './widths.ts'

const t = words('grid', { tasks: 'Tasks' })

export interface GridProps {
  view: View
  cursor: Cursor
  lines: readonly GridItem[]
  columns: readonly ViewColumn[]
  fields: readonly Field[]
  edit: Edit
  cells: ReturnType<typeof useCells>
  /** What a task made behind the last row begins with; missing where none can be made. */
  base: Task | undefined
  /** Rows in all, as far as that is known. */
  count: number | undefined
  /** The last row is near. */
  onEnd: () => void
  onToggle: (item: TaskItem) => void
  onToggleGroup: (item: Item & { type: 'group' }) => void
}

/** The rows and columns of a table, as far as they are seen. */
export function Grid(props: GridProps) {
  const { view, cursor, lines, columns: given, fields, edit, cells, base, count, onEnd, onToggleGroup } = props
  const scroller = useRef<HTMLDivElement>(null)
  const rowHeight = useNarrow() ? 44 : 36
  const seen = useGridWindow(scroller, rowHeight)
  const keysId = useId()

  const plain = useMemo(() => columnsOf(given, fields, seen.width), [given, fields, seen.width])
  const setWidth = useCallback(
    (key: string, width: number) =>
      view.set(({ columns: now }) => ({ columns: withWidth(now.length > 0 ? now : given, key, width) })),
    [view.set, given],
  )
  const pull = useColumnPull(plain, setWidth)
  const { pulled } = pull
  const columns = useMemo(
    () => (pulled ? columnsOf(given, fields, seen.width, pulled) : plain),
    [given, fields, seen.width, pulled, plain],
  )
  const columnKeys = useMemo(() => fields.map(({ key }) => key), [fields])
  const rowKeys = useMemo(() => lines.map(({ key }) => key), [lines])
  cursor.arrange(rowKeys, columnKeys)
  // biome-ignore lint/correctness/useExhaustiveDependencies: told when rows or columns have come or gone
  useLayoutEffect(cursor.told, [rowKeys, columnKeys])

  const titleWidth = columns[0]?.width ?? 0
  const seenText = columns
    .flatMap(({ left, width }, at) =>
      at === 0 || (left + width > seen.left + titleWidth && left < seen.right) ? at : [],
    )
    .join()
  const seenColumns = useMemo(() => seenText.split(',').map(Number), [seenText])
  const first = Math.min(seen.firstRow, lines.length)
  const last = Math.min(seen.lastRow, lines.length - 1)
  // The active row is there wherever one has scrolled to: it has the focus.
  const outside = useSyncExternalStore(cursor.watch, () => {
    const { row } = cursor.active
    return row < first || row > last ? row : -1
  })
  useEffect(() => {
    if (last >= lines.length - 50) onEnd()
  }, [last, lines.length, onEnd])

  const reveal = useReveal(scroller, columns, rowHeight)
  const goTo = (row: number, column: number, extend = false) => {
    cursor.goTo({ row, column }, { extend })
    reveal(cursor.active)
  }
  const work = useCellWork({ cursor, items: lines, fields, apply: cells.apply, base })
  const actions = useGridActions(props, scroller)
  const [asked, setAsked] = useState<{ menu: 'row' | 'column'; at: number; anchor: HTMLElement }>()
  const onMenu = useCallback(
    (at: number, anchor: HTMLElement) => {
      cursor.goTo({ row: -1, column: at })
      setAsked({ menu: 'column', at, anchor })
    },
    [cursor],
  )
  const canEdit = ({ row, column }: { row: number; column: number }) => {
    const type = lines[row]?.type
    return type === 'end' ? column === 0 : type === 'task' && fields[column]?.change !== undefined
  }
  const onKeyDown = useGridKeys({
    ...props,
    widths: columns,
    pageRows: Math.max(Math.floor(seen.height / rowHeight) - 2, 1),
    scroller,
    goTo,
    canEdit: (row, column) => canEdit({ row, column }),
    work,
    actions,
    setWidth,
    ask: setAsked,
  })
  const pointer = useGridPointer({ cursor, scroller, canEdit, onFill: work.fill })
  const begin = useRef(pull.begin)
  begin.current = pull.begin
  const onPull = useCallback<typeof pull.begin>((...which) => begin.current(...which), [])
  const sorted = useMemo(
    () =>
      new Map(
        view.settings.sortBy
          .slice(0, 1)
          .map((one) => [fieldKey(one), one.order === 'Desc' ? ('descending' as const) : ('ascending' as const)]),
      ),
    [view.settings.sortBy],
  )

  const draw = (index: number) => {
    const item = lines[index]
    if (!item || item.type === 'new') return null
    const place = { index, top: (index + 1) * rowHeight, actions }
    if (item.type === 'group')
      return <GroupLine key={item.key} {...place} item={item} columnCount={columns.length} onToggle={onToggleGroup} />
    if (item.type === 'end')
      return <NewLine key={item.key} {...place} item={item} columns={columns} seen={seenColumns} />
    return (
      <GridRow
        key={item.key}
        {...place}
        columns={columns}
        seen={seenColumns}
        item={item}
        isOpen={item.task.id === view.open}
        marks={cells.marks.get(item.task.id)}
      />
    )
  }
  const indexes = Array.from({ length: Math.max(last - first + 1, 0) }, (_, at) => first + at)
  return (
    <>
      <div className="table-frame" ref={scroller}>
        <div
          role="treegrid"
          aria-label={t.tasks}
          aria-multiselectable
          aria-rowcount={count === undefined ? -1 : count + 1}
          aria-colcount={columns.length}
          className="grid"
          style={{
            ...variablesOf(columns),
            height: (lines.length + 1) * rowHeight,
            width: widthOf(columns),
            '--row': `${rowHeight}px`,
          }}
          onKeyDown={onKeyDown}
          {...pointer}
          onCopy={work.onCopy}
          onCut={work.onCut}
          onPaste={work.onPaste}
          onContextMenu={(event) => {
            const row = (event.target as HTMLElement).closest<HTMLElement>('[data-index]')
            const cell = (event.target as HTMLElement).closest<HTMLElement>('[data-column]')
            const at = Number(row?.dataset.index)
            if (!cell || cursor.editing) return
            event.preventDefault()
            setAsked({ menu: at < 0 ? 'column' : 'row', at: at < 0 ? Number(cell.dataset.column) : at, anchor: cell })
          }}
          onFocus={({ currentTarget, target }) => {
            if (!currentTarget.contains(target)) return
            cursor.hasFocus = true
            // A box is ticked by its cell: there the arrow keys go on.
            if (target.matches('.field-check'))
              target.closest<HTMLElement>('[data-column]')?.focus({ preventScroll: true })
          }}
          onBlur={({ currentTarget, target, relatedTarget }) => {
            const isGone = !target.isConnected || !document.hasFocus()
            if (!isGone && !currentTarget.contains(relatedTarget)) cursor.hasFocus = false
          }}
        >
          <HeadRow
            columns={columns}
            seen={seenColumns}
            sorted={sorted}
            keysId={keysId}
            actions={actions}
            onMenu={onMenu}
            onPull={onPull}
          />
          {outside >= 0 && outside < first && draw(outside)}
          {indexes.map(draw)}
          {outside > last && draw(outside)}
        </div>
      </div>
      <SelectionTools
        view={view}
        cursor={cursor}
        lines={lines}
        columnCount={columns.length}
        edit={edit}
        asked={asked?.menu === 'row' ? asked : undefined}
        onClose={() => setAsked(undefined)}
        focus={actions.endEdit}
      />
      {asked?.menu === 'column' && (
        <ColumnMenu
          view={view}
          field={fields[asked.at] as Field}
          at={asked.at}
          columns={given}
          width={columns[asked.at]?.width ?? 0}
          anchor={asked.anchor}
          setWidth={setWidth}
          onClose={() => {
            setAsked(undefined)
            actions.endEdit()
          }}
        />
      )}
    </>
  )
}

const withWidth = (columns: readonly ViewColumn[], key: string, width: number): ViewColumn[] =>
  columns.map((column) => (fieldKey(column) === key ? { ...column, width } : column))

/** Where columns begin and how wide they are: pulling an edge moves them all without drawing a cell. */
function variablesOf(columns: ReturnType<typeof columnsOf>): Record<string, string> {
  return Object.fromEntries(
    columns.flatMap(({ left, width }, at) => [
      [`--x${at}`, `${left}px`],
      [`--w${at}`, `${width}px`],
    ]),
  )
}
