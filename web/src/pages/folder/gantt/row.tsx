import { Link } from '@tanstack/react-router'
import type { Contact } from '@taskwright/sdk'
import { type CSSProperties, memo, type PointerEvent, type ReactNode } from 'react'
import { dayText, isPast } from '../../../data/days.ts'
import type { Grip } from '../../../data/moved-dates.ts'
import { nameOf } from '../../../data/people.ts'
import type { Status } from '../../../data/statuses.ts'
import { listText, numberText } from '../../../language/language.ts'
import { words } from '../../../language/words.ts'
import { Icon } from '../../../parts/icon.tsx'
import { LateMenu, type MenuGroup } from '../../../parts/menu.tsx'
import { Avatars } from '../../../parts/person.tsx'
import { ColourDot } from '../../../parts/status.tsx'
import { datesText } from '../dates/use-draft.ts'
import { Bar } from './bar.tsx'
import { type Bar as BarPlace, rowHeight } from './bars.ts'
import type { OutlineRow } from './outline.ts'
import type { End } from './use-bar-drag.ts'

const t = words('gantt-row', {
  open: ({ title }: { title: string }) => `Show what is in ${title}`,
  close: ({ title }: { title: string }) => `Hide what is in ${title}`,
  menu: ({ title }: { title: string }) => `“${title}”: dates and more`,
  none: 'No dates',
  milestone: ({ dates }: { dates: string }) => `Milestone, ${dates}`,
  done: ({ share }: { share: string }) => `${share} done`,
  bar: ({ title, people }: { title: string; people: string }) => `${title} · ${people}`,
})

interface RowProps {
  row: OutlineRow
  index: number
  top: number
  bar: BarPlace | undefined
  /** Where it would be after the move that is under way. */
  ghost: BarPlace | undefined
  isHeld: boolean
  isCurrent: boolean
  isOpen: boolean
  /** Its bar cannot be moved. */
  isFixed: boolean
  /** Everybody by their ids, of whom some are the row's. */
  people: ReadonlyMap<string, Contact>
  status: Status | undefined
  actions: RowActions
}

/** What a row can ask for; the same object for all rows. */
export interface RowActions {
  menu: (row: OutlineRow) => readonly MenuGroup[]
  toggle: (row: OutlineRow) => void
  focus: (row: OutlineRow) => void
  grab: (event: PointerEvent, row: OutlineRow, grip: Grip) => void
  draw: (event: PointerEvent, row: OutlineRow, end: End) => void
}

/** A row of the chart: what it is, from and until when, whose, as cells with texts; and the same as a bar. */
export const Row = memo(function Row(props: RowProps) {
  const { row, index, top, bar, ghost, isHeld, isCurrent, isOpen, status, actions } = props
  const { task, place } = row
  const people = (task?.responsibleIds ?? []).flatMap((id) => props.people.get(id) ?? [])
  const title = task?.title ?? place?.title ?? ''
  const dates = task?.dates.due ? task.dates : row.span
  const isLate = task?.dates.due !== undefined && task.status === 'Active' && isPast(task.dates.due)
  const names = listText(people.map(nameOf))
  const share = t.done({ share: numberText(row.done, { style: 'percent', maximumFractionDigits: 0 }) })
  const when = !dates
    ? t.none
    : task?.dates.type === 'Milestone'
      ? t.milestone({ dates: datesText(dates) })
      : datesText(dates)
  return (
    // biome-ignore lint/a11y/useSemanticElements: rows are placed by their index, which a table does not allow for
    <div
      role="row"
      aria-rowindex={index + 2}
      aria-level={row.level}
      aria-posinset={row.position}
      aria-setsize={row.siblings}
      aria-expanded={row.isOpen}
      tabIndex={isCurrent ? 0 : -1}
      data-row={row.id}
      className={['gantt-row', place && 'place', isOpen && 'open'].filter(Boolean).join(' ')}
      style={{ top, height: rowHeight }}
      onFocus={(event) => event.target === event.currentTarget && actions.focus(row)}
    >
      <Cell className="gantt-name" style={{ '--level': row.level }}>
        {row.isOpen === undefined ? (
          <span className="gantt-fold" />
        ) : (
          <button
            type="button"
            className="plain gantt-fold"
            tabIndex={-1}
            aria-label={row.isOpen ? t.close({ title }) : t.open({ title })}
            onClick={() => actions.toggle(row)}
          >
            <Icon name={row.isOpen ? 'down' : 'forward'} />
          </button>
        )}
        {place && <Icon name={place.kind === 'folder' ? 'folder' : place.kind} />}
        {status && <ColourDot color={status.color ?? 'Gray'} />}
        {task ? (
          <Link
            className="gantt-title"
            to="."
            search={(before) => ({ ...before, task: task.id })}
            tabIndex={-1}
            draggable={false}
            title={title}
          >
            {title}
          </Link>
        ) : (
          <Link
            className="gantt-title"
            to="/folder/$folderId"
            params={{ folderId: row.id }}
            search={{ kind: 'Gantt' }}
            tabIndex={-1}
          >
            {title}
          </Link>
        )}
        <LateMenu label={t.menu({ title })} groups={() => actions.menu(row)} isPassedBy={!isCurrent} />
      </Cell>
      <Cell className="gantt-day">{dates?.start && dayText(dates.start)}</Cell>
      <Cell className={isLate ? 'gantt-day late' : 'gantt-day'}>{dates?.due && dayText(dates.due)}</Cell>
      <Cell className="gantt-who">
        <Avatars people={people} most={2} />
      </Cell>
      <Cell className="gantt-line">
        <span className="unseen">{row.done > 0 ? `${when}, ${share}` : when}</span>
        <div aria-hidden="true">
          {ghost && (
            <span
              className={ghost.isMilestone ? 'gantt-ghost milestone' : 'gantt-ghost'}
              style={{ left: ghost.x, width: ghost.isMilestone ? 17 : ghost.width }}
            />
          )}
          {bar && (
            <Bar
              row={row}
              bar={bar}
              label={names ? t.bar({ title, people: names }) : title}
              title={`${title}: ${when}`}
              isHeld={isHeld}
              isFixed={props.isFixed}
              isLate={isLate}
              onGrab={(event, grip) => actions.grab(event, row, grip)}
              onDraw={(event, end) => actions.draw(event, row, end)}
            />
          )}
        </div>
      </Cell>
    </div>
  )
}, isSameRow)

/** Bars are worked out anew for each drawing: those that lie where they lay are the same. */
function isSameRow(one: RowProps, other: RowProps): boolean {
  return (Object.keys(other) as (keyof RowProps)[]).every(
    (name) => one[name] === other[name] || ((name === 'bar' || name === 'ghost') && isSameBar(one[name], other[name])),
  )
}

const isSameBar = (one: BarPlace | undefined, other: BarPlace | undefined): boolean =>
  one?.x === other?.x && one?.width === other?.width && one?.isMilestone === other?.isMilestone

interface CellProps {
  className: string
  style?: CSSProperties
  children?: ReactNode
}

function Cell(props: CellProps) {
  // biome-ignore lint/a11y: its table is none either, and the row has the focus
  return <div role="gridcell" {...props} />
}
