import { Link } from '@tanstack/react-router'
import type { Task } from '@taskwright/sdk'
import type { KeyboardEvent } from 'react'
import { dayText, isPast } from '../../../../data/days.ts'
import { nameOf, usePeople } from '../../../../data/people.ts'
import { useTaskChange } from '../../../../data/tasks.ts'
import { listText } from '../../../../language/language.ts'
import { words } from '../../../../language/words.ts'
import { DayButton } from '../../../../parts/day-field/day-button.tsx'
import { Fault } from '../../../../parts/fault.tsx'
import { Icon } from '../../../../parts/icon.tsx'
import { ActionMenu } from '../../../../parts/menu.tsx'
import { Avatars } from '../../../../parts/person.tsx'
import { Picker } from '../../../../parts/picker.tsx'
import { useOpenTask } from '../../frame/open-task.tsx'
import { peopleItems, personIdsOf } from '../people-items.tsx'
import { SubtaskStatus, useDone } from './subtask-status.tsx'
import { useDragged } from './use-dragged.ts'
import { usePromote } from './use-promote.ts'

const t = words('subtask-row', {
  done: ({ title }: { title: string }) => `${title}: done`,
  who: ({ title, names }: { title: string; names: string }) => `${title}: assigned to ${names}`,
  nobody: ({ title }: { title: string }) => `${title}: assign`,
  assignees: 'Assignees',
  due: 'Due',
  isDue: ({ title, day }: { title: string; day: string }) => `${title}: due ${day}`,
  late: ({ title, day }: { title: string; day: string }) => `${title}: due ${day}, late`,
  noDue: ({ title }: { title: string }) => `${title}: set a due date`,
  more: ({ title }: { title: string }) => `${title}: more`,
  up: 'Move up',
  down: 'Move down',
  promote: 'Make it a task of its own',
})

interface SubtaskRowProps {
  task: Task
  at: number
  count: number
  /** Puts the row at one place to another. */
  move: (from: number, to: number) => void
}

/** A subtask in a line. Alt with the arrow keys moves it, as dragging does. */
export function SubtaskRow({ task, at, count, move }: SubtaskRowProps) {
  const { may } = useOpenTask()
  const people = usePeople()
  const change = useTaskChange()
  const toggle = useDone(task, change)
  const { promote, error } = usePromote(task)
  const drag = useDragged(at, move, may('editTask'))
  const { title } = task
  const assigned = task.responsibleIds ?? []
  const known = assigned.flatMap((id) => people.get(id) ?? [])
  const due = task.dates.due ?? ''
  const isDone = task.status === 'Completed'
  const isLate = due !== '' && task.status === 'Active' && isPast(due)
  const keys = (event: KeyboardEvent) => {
    const step = { ArrowUp: -1, ArrowDown: 1 }[event.key]
    if (!step || !event.altKey || !may('editTask')) return
    event.preventDefault()
    move(at, at + step)
  }
  const assign = (ids: string[]) => {
    const wanted = ids.flatMap((id) => personIdsOf(people, id))
    const added = wanted.filter((id) => !assigned.includes(id))
    const removed = assigned.filter((id) => !wanted.includes(id))
    change.set(task, {
      ...(added.length > 0 && { addResponsibles: added }),
      ...(removed.length > 0 && { removeResponsibles: removed }),
    })
  }
  const plan = (day: string) =>
    change.set(task, {
      dates: day === '' ? { type: 'Backlog' } : { due: day, ...(task.dates.type === 'Backlog' && { type: 'Planned' }) },
    })
  return (
    <li ref={drag.row} className={isDone ? 'subtask done' : 'subtask'} data-edge={drag.edge} onKeyDown={keys}>
      <input
        type="checkbox"
        aria-label={t.done({ title })}
        checked={isDone}
        disabled={!toggle}
        onChange={() => toggle?.()}
      />
      <Link className="title" to="/task/$taskId" params={{ taskId: task.id }} draggable={false}>
        {title}
      </Link>
      <span className="subtask-facts">
        <SubtaskStatus task={task} />
        {may('editTask') && (
          <>
            <DayButton
              label={t.due}
              name={due === '' ? t.noDue({ title }) : (isLate ? t.late : t.isDue)({ title, day: dayText(due) })}
              day={due.slice(0, 10)}
              onChange={plan}
              canClear
              className={isLate ? 'plain late' : 'plain'}
            >
              {due === '' ? <Icon name="calendar" /> : dayText(due)}
            </DayButton>
            <Picker
              label={t.assignees}
              name={known.length > 0 ? t.who({ title, names: listText(known.map(nameOf)) }) : t.nobody({ title })}
              items={peopleItems(people, assigned)}
              chosen={assigned}
              isMany
              onChoose={assign}
              className="plain"
            >
              {known.length > 0 ? <Avatars people={known} most={2} /> : <Icon name="person" />}
            </Picker>
            <ActionMenu
              label={t.more({ title })}
              groups={[
                {
                  choices: [
                    { label: t.up, icon: 'up', run: () => move(at, at - 1), isDisabled: at === 0, keys: 'Alt ↑' },
                    {
                      label: t.down,
                      icon: 'down',
                      run: () => move(at, at + 1),
                      isDisabled: at === count - 1,
                      keys: 'Alt ↓',
                    },
                  ],
                },
                { choices: may('move') ? [{ label: t.promote, icon: 'back', run: promote }] : [] },
              ]}
            />
          </>
        )}
        {!may('editTask') && (
          <>
            {due !== '' && <span className={isLate ? 'late' : 'quiet'}>{dayText(due)}</span>}
            <Avatars people={known} most={2} />
          </>
        )}
      </span>
      <Fault error={change.error ?? error} />
    </li>
  )
}
