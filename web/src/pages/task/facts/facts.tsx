import { type Contact, type Task, type UpdateTaskInput, updateTask } from '@taskwright/sdk'
import { useId } from 'react'
import { useChange } from '../../../data/api.ts'
import { nameOf, usePeople } from '../../../data/people.ts'
import { useStatuses } from '../../../data/statuses.ts'
import { showsTasks } from '../../../data/tasks.ts'
import { Section } from '../frame/section.tsx'

/** Status, dates and people of a task, each changed where it stands. */
export function Facts({ task }: { task: Task }) {
  const statuses = useStatuses()
  const people = usePeople()
  const change = useChange(updateTask, showsTasks)
  const statusId = useId()
  const set = (members: Omit<UpdateTaskInput, 'taskId'>) => change.mutate({ taskId: task.id, ...members })
  return (
    <Section name="facts">
      <div className="task-facts">
        <label htmlFor={statusId}>Status</label>
        <select
          id={statusId}
          value={task.customStatusId}
          onChange={({ target }) => set({ customStatus: target.value })}
        >
          {(statuses?.beside(task.customStatusId) ?? []).map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </select>
        <Dates task={task} set={set} />
        <Responsibles task={task} people={people} set={set} />
        {change.error && (
          <p className="fault" role="alert">
            {change.error.message}
          </p>
        )}
      </div>
    </Section>
  )
}

type Set = (members: Omit<UpdateTaskInput, 'taskId'>) => void

/** First and last day. A task with neither is in the backlog. */
function Dates({ task, set }: { task: Task; set: Set }) {
  const [startId, dueId] = [useId(), useId()]
  const start = task.dates.start?.slice(0, 10) ?? ''
  const due = task.dates.due?.slice(0, 10) ?? ''
  const plan = (from: string, to: string) => {
    if (from === '' && to === '') return set({ dates: { type: 'Backlog' } })
    const [first = '', last = ''] = [from || to, to || from].sort()
    set({ dates: { type: 'Planned', start: first, due: last } })
  }
  return (
    <>
      <label htmlFor={startId}>Start</label>
      <input id={startId} type="date" value={start} onChange={({ target }) => plan(target.value, due)} />
      <label htmlFor={dueId}>Due</label>
      <input id={dueId} type="date" value={due} onChange={({ target }) => plan(start, target.value)} />
    </>
  )
}

/** Who does it: each with a way to take them off, and a list to add others from. */
function Responsibles({ task, people, set }: { task: Task; people: ReadonlyMap<string, Contact>; set: Set }) {
  const addId = useId()
  const responsible = task.responsibleIds ?? []
  const others = [...people.values()].filter(({ id, type }) => type === 'Person' && !responsible.includes(id))
  return (
    <>
      <label htmlFor={addId}>Assignees</label>
      <div>
        <ul className="chips">
          {responsible.map((id) => {
            const one = people.get(id)
            return (
              <li key={id} className="tag">
                {one ? nameOf(one) : id}
                <button
                  type="button"
                  className="link"
                  aria-label={`Take ${one ? nameOf(one) : id} off`}
                  onClick={() => set({ removeResponsibles: [id] })}
                >
                  ×
                </button>
              </li>
            )
          })}
        </ul>
        <select id={addId} value="" onChange={({ target }) => set({ addResponsibles: [target.value] })}>
          <option value="">Add somebody …</option>
          {others.map((one) => (
            <option key={one.id} value={one.id}>
              {nameOf(one)}
            </option>
          ))}
        </select>
      </div>
    </>
  )
}
