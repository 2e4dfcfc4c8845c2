import { Link } from '@tanstack/react-router'
import type { Task } from '@taskwright/sdk'
import { memo, type ReactNode, type RefObject, useMemo, useRef } from 'react'
import { dayText, isPast } from '../../../data/days.ts'
import { fieldKey, type Settings } from '../../../data/view.ts'
import type { ViewFacts } from '../../../data/view-facts.ts'
import { plural, words } from '../../../language/words.ts'
import { FieldShown } from '../../../parts/fields/field-shown.tsx'
import { fieldFor } from '../../../parts/fields/fields.ts'
import { Icon } from '../../../parts/icon.tsx'
import { Avatars } from '../../../parts/person.tsx'
import { CardMenu } from './card-menu.tsx'
import { cellKey } from './cells.ts'
import { useCardDragging } from './dragging.ts'
import type { Board } from './use-board.ts'

const t = words('board-card', {
  important: 'Important',
  unimportant: 'Unimportant',
  late: 'late',
  due: 'Due',
  subtasks: ({ count }: { count: number }) => plural(count, { one: '# subtask', other: '# subtasks' }),
  files: ({ count }: { count: number }) => plural(count, { one: '# file', other: '# files' }),
})

interface CardProps {
  task: Task
  facts: ViewFacts
  columns: Settings['columns']
  isOpen: boolean
  now: RefObject<Board>
  isByHand: boolean
  /** It stays where it is. */
  isFixed: boolean
  column: string
  lane: string
  index: number
  count: number
  isCurrent: boolean
  onFocus: (cell: string, taskId: string) => void
}

/** What is shown on every card, and so needs no line of its own. */
const always: readonly string[] = ['Title', 'Assignees', 'DueDate', 'Importance']

/** A task as a card: what it is, whose, until when, and what the view's columns name. */
export const Card = memo(function Card(props: CardProps) {
  const { task, facts, columns, isOpen, now, isByHand, isFixed, column, lane, index, count, isCurrent, onFocus } = props
  const element = useRef<HTMLDivElement>(null)
  const place = useMemo(() => ({ column, lane }), [column, lane])
  const { isDragged, edge } = useCardDragging(element, task.id, place, { isByHand, isFixed })
  const people = (task.responsibleIds ?? []).flatMap((id) => facts.people.get(id) ?? [])
  const isDone = task.status === 'Completed'
  const extra = columns
    .filter(({ field }) => !always.includes(field))
    .map((column) => fieldFor(fieldKey(column), facts))
    .map((field) => ({ field, value: field.read(task) }))
    .filter(({ value }) => value !== '')
  const classes = [
    'task-card',
    isDone && 'done',
    isOpen && 'open',
    isDragged && 'dragged',
    isFixed && 'fixed',
    edge && `edge-${edge}`,
  ]
  return (
    <div ref={element} className={classes.filter(Boolean).join(' ')}>
      <div className="task-card-head">
        <Link
          className="task-card-title"
          to="."
          search={(before) => ({ ...before, task: task.id })}
          aria-current={isOpen ? 'true' : undefined}
          aria-describedby="board-keys"
          tabIndex={isCurrent ? 0 : -1}
          draggable={false}
          onFocus={() => onFocus(cellKey(place), task.id)}
        >
          {task.title}
        </Link>
        <CardMenu task={task} now={now} place={place} index={index} count={count} isPassedBy={!isCurrent} />
      </div>
      {extra.length > 0 && (
        <dl className="task-card-fields">
          {extra.map(({ field, value }) => (
            <div key={field.key}>
              <dt>{field.title}</dt>
              <dd>
                <FieldShown format={field.format} value={value} task={task} />
              </dd>
            </div>
          ))}
        </dl>
      )}
      <CardMarks task={task} isDone={isDone}>
        {people.length > 0 && <Avatars people={people} />}
      </CardMarks>
    </div>
  )
})

function CardMarks({ task, isDone, children }: { task: Task; isDone: boolean; children: ReactNode }) {
  const { due } = task.dates
  const subtasks = task.subTaskIds?.length ?? 0
  const files = task.attachmentCount ?? 0
  const isLate = due !== undefined && !isDone && isPast(due)
  return (
    <p className="task-card-marks">
      {task.importance !== 'Normal' && (
        <span className={task.importance === 'High' ? 'important' : ''}>
          <Icon name={task.importance === 'High' ? 'up' : 'down'} />
          <span className="unseen">{task.importance === 'High' ? t.important : t.unimportant}</span>
        </span>
      )}
      {due && (
        <span className={isLate ? 'late' : ''}>
          <span className="unseen">{t.due} </span>
          <time dateTime={due}>{dayText(due)}</time>
          {isLate && <span className="late-word">{t.late}</span>}
        </span>
      )}
      {subtasks > 0 && (
        <span title={t.subtasks({ count: subtasks })}>
          <Icon name="subtask" />
          <span aria-hidden="true">{subtasks}</span>
          <span className="unseen">{t.subtasks({ count: subtasks })}</span>
        </span>
      )}
      {files > 0 && (
        <span title={t.files({ count: files })}>
          <Icon name="attachment" />
          <span aria-hidden="true">{files}</span>
          <span className="unseen">{t.files({ count: files })}</span>
        </span>
      )}
      <span className="grow" />
      {children}
    </p>
  )
}
