import { memo, useLayoutEffect, useRef } from 'react'
import { words } from '../../../language/words.ts'
import { Icon } from '../../../parts/icon.tsx'
import { looksOf, type RowPlace, useRowState } from './grid-row.tsx'
import type { EndItem } from './table-items.ts'

const t = words('new-line', {
  add: 'New task',
  label: 'Title of a new task',
  inGroup: ({ group }: { group: string }) => `Title of a new task in ${group}`,
  empty: 'Cell of a new task',
})

interface NewLineProps extends RowPlace {
  item: EndItem
}

/** A row behind the last: a title that is typed into it becomes a task, rows that are pasted into it become several. */
export const NewLine = memo(function NewLine({ item, index, top, columns, seen, actions }: NewLineProps) {
  const state = useRowState(actions, index)
  const drawn = state.active === undefined || seen.includes(state.active) ? seen : [...seen, state.active]
  return (
    <div
      role="row"
      aria-rowindex={index + 2}
      aria-level={item.level + 1}
      data-index={index}
      className="grid-row new-line"
      style={{ transform: `translateY(${top}px)`, '--level': item.level }}
    >
      {drawn.map((column) => (
        <NewCell
          key={columns[column]?.key}
          item={item}
          column={column}
          looks={looksOf(state, column)}
          isActive={state.active === column}
          editing={state.active === column ? state.editing : undefined}
          actions={actions}
        />
      ))}
    </div>
  )
})

interface NewCellProps extends Pick<NewLineProps, 'actions' | 'item'> {
  column: number
  looks: string
  isActive: boolean
  editing: { typed?: string | undefined } | undefined
}

function NewCell({ item, column, looks, isActive, editing, actions }: NewCellProps) {
  const cell = useRef<HTMLDivElement>(null)
  const isEdited = isActive && editing !== undefined && column === 0
  useLayoutEffect(() => {
    if (isActive && !isEdited && actions.cursor.hasFocus) cell.current?.focus({ preventScroll: true })
  }, [isActive, isEdited, actions])
  return (
    <div
      ref={cell}
      role="gridcell"
      aria-colindex={column + 1}
      aria-selected={isActive || looks.includes('selected')}
      tabIndex={isActive ? 0 : -1}
      data-column={column}
      className={isEdited ? `${looks} edited` : looks}
      style={{ left: column === 0 ? 0 : `var(--x${column})`, width: `var(--w${column})` }}
    >
      {column > 0 && <span className="unseen">{t.empty}</span>}
      {column === 0 && (
        <>
          {!isEdited && (
            <span className="opener">
              <Icon name="add" />
            </span>
          )}
          {isEdited ? (
            <TitleInput
              typed={editing.typed ?? ''}
              group={item.group}
              onMake={(title) => actions.make(title, item)}
              onDone={actions.endEdit}
            />
          ) : (
            <span className="quiet">{t.add}</span>
          )}
        </>
      )}
    </div>
  )
}

interface TitleInputProps {
  typed: string
  group: string | undefined
  onMake: (title: string) => void
  onDone: () => void
}

/** Enter makes the task and waits for the next title; Escape, or leaving it empty, ends it. */
function TitleInput({ typed, group, onMake, onDone }: TitleInputProps) {
  const input = useRef<HTMLInputElement>(null)
  useLayoutEffect(() => input.current?.focus({ preventScroll: true }), [])
  const make = () => {
    const title = input.current?.value.trim()
    if (title) onMake(title)
    if (input.current) input.current.value = ''
  }
  return (
    <input
      ref={input}
      aria-label={group === undefined ? t.label : t.inGroup({ group })}
      placeholder={t.add}
      maxLength={1000}
      autoComplete="off"
      defaultValue={typed}
      onBlur={() => {
        make()
        onDone()
      }}
      onKeyDown={(event) => {
        if (event.key === 'Enter' && !event.nativeEvent.isComposing) {
          event.stopPropagation()
          if (input.current?.value.trim()) make()
          else onDone()
        } else if (event.key === 'Escape') {
          event.stopPropagation()
          if (input.current) input.current.value = ''
          onDone()
        }
      }}
    />
  )
}
