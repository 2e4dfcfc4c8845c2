import { memo, useRef } from 'react'
import { localDay, momentOfDay } from '../../../data/day-numbers.ts'
import type { ViewFacts } from '../../../data/view-facts.ts'
import { locale } from '../../../language/language.ts'
import { plural, words } from '../../../language/words.ts'
import { Icon } from '../../../parts/icon.tsx'
import { Chip } from './chip.tsx'
import { useDayDropping } from './dragging.ts'
import { hiddenOn, type Piece, piecesOn } from './weeks.ts'

const t = words('calendar-day', {
  add: ({ day }: { day: string }) => `New task on ${day}`,
  more: ({ count }: { count: number }) => plural(count, { one: '# more', other: '# more' }),
  label: ({ day, count }: { day: string; count: number }) =>
    `${day}, ${plural(count, { one: '# task', other: '# tasks' })}`,
})

const whole = new Intl.DateTimeFormat(locale, { weekday: 'long', day: 'numeric', month: 'long', timeZone: 'UTC' })
const first = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'long', timeZone: 'UTC' })

/** A day as people say it: "Wednesday 2 December". */
export const dayName = (day: number): string => whole.format(momentOfDay(day))

interface DayCellProps {
  facts: ViewFacts
  /** The task that is open beside the calendar. */
  open: string | undefined
  day: number
  pieces: readonly Piece[]
  isFixed: boolean
  isSpan: boolean
  /** How many lines of tasks have room; the rest is behind "more". */
  lines: number
  lineHeight: number
  isToday: boolean
  isFree: boolean
  isBeside: boolean
  isCurrent: boolean
  canCreate: boolean
  /** The same object for all days, so that a day is drawn anew only when something of it has changed. */
  actions: Record<'focus' | 'open' | 'create', (day: number) => void>
}

/** A day of the calendar: its number, the tasks that begin on it or go on from the week before, and ways to more. */
export const DayCell = memo(function DayCell(props: DayCellProps) {
  const {
    facts,
    open,
    actions,
    day,
    pieces,
    isFixed,
    isSpan,
    lines,
    lineHeight,
    isToday,
    isFree,
    isBeside,
    isCurrent,
  } = props
  const element = useRef<HTMLDivElement>(null)
  const isOver = useDayDropping(element, day)
  const number = Number(localDay(day).slice(8))
  const count = piecesOn(pieces, day).length
  const hidden = hiddenOn(pieces, day, lines)
  const classes = ['day', isToday && 'today', isFree && 'free', isBeside && 'beside', isOver && 'over']
  return (
    // biome-ignore lint/a11y/useSemanticElements: chips reach over several days, which cells of a table do not let them
    <div
      ref={element}
      role="gridcell"
      tabIndex={isCurrent ? 0 : -1}
      aria-label={t.label({ day: dayName(day), count })}
      aria-current={isToday ? 'date' : undefined}
      data-day={day}
      className={classes.filter(Boolean).join(' ')}
      onFocus={(event) => event.target === event.currentTarget && actions.focus(day)}
    >
      <div className="day-head">
        <span className="day-number">{number === 1 ? first.format(momentOfDay(day)) : number}</span>
        {props.canCreate && (
          <button
            type="button"
            className="plain day-add"
            tabIndex={-1}
            aria-label={t.add({ day: dayName(day) })}
            onClick={() => actions.create(day)}
          >
            <Icon name="add" />
          </button>
        )}
      </div>
      <div className="day-lines" style={{ '--lines': lines, '--line': `${lineHeight}px` }}>
        {pieces
          .filter(({ from, line }) => from === day && line < lines)
          .map((piece) => (
            <Chip
              key={piece.task.id}
              piece={piece}
              facts={facts}
              isOpen={open === piece.task.id}
              isFixed={isFixed}
              isSpan={isSpan}
              lineHeight={lineHeight}
            />
          ))}
      </div>
      {hidden > 0 && (
        <button type="button" className="link day-more" tabIndex={-1} onClick={() => actions.open(day)}>
          {t.more({ count: hidden })}
        </button>
      )}
    </div>
  )
})
