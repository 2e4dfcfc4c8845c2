import { Link } from '@tanstack/react-router'
import { queryTasks, type Task } from '@taskwright/sdk'
import { useId } from 'react'
import { useRead } from '../../data/api.ts'
import { dayOf, dayText } from '../../data/days.ts'
import type { Places } from '../../data/folders.ts'
import { useMe } from '../../data/me.ts'
import { useStatuses } from '../../data/statuses.ts'
import { useTaskChange } from '../../data/tasks.ts'
import { words } from '../../language/words.ts'
import { Empty } from '../../parts/empty.tsx'
import { Fault } from '../../parts/fault.tsx'
import { StatusMark } from '../../parts/status.tsx'
import { wayTo } from '../../parts/way-to.ts'
import { Waiting } from './waiting.tsx'

const t = words('my-work', {
  overdue: 'Overdue',
  today: 'Today',
  soon: 'In the next 7 days',
  later: 'Later',
  undated: 'Without a due date',
  nothing: 'Nothing is assigned to you.',
  nothingSays: 'Tasks that are assigned to you stand here by the day they are due. Press N to write one.',
  all: 'All tasks assigned to you',
  done: ({ title }: { title: string }) => `${title}: done`,
  completed: ({ title }: { title: string }) => `“${title}” is done.`,
  reading: 'Reading …',
})

const mostRead = 100

/** What is assigned to the person and not done, by when it is due. */
export function MyWork({ places }: { places: Places }) {
  const me = useMe()?.id
  const { data, error, refetch } = useRead(
    queryTasks,
    {
      responsibles: me ? [me] : [],
      status: ['Active'],
      subTasks: true,
      sortField: 'DueDate',
      limit: mostRead,
      fields: ['parentIds', 'responsibleIds'],
    },
    { enabled: me !== undefined },
  )
  const today = dayOf(new Date())
  const soon = dayOf(new Date(Date.now() + 7 * 86_400_000))
  const tasks = (data ?? []).filter(({ status }) => status === 'Active')
  const due = (from: string | undefined, until: string | undefined) =>
    tasks.filter(({ dates: { due: local } }) => {
      const day = local?.slice(0, 10)
      return day !== undefined && (!from || day >= from) && (!until || day < until)
    })
  const tomorrow = dayOf(new Date(Date.now() + 86_400_000))
  return (
    <div className="my-work">
      <Waiting places={places} />
      <Fault error={error} onRetry={() => void refetch()} />
      {!data && !error && <p className="quiet">{t.reading}</p>}
      {data && tasks.length === 0 && (
        <Empty icon="check" title={t.nothing}>
          <p>{t.nothingSays}</p>
        </Empty>
      )}
      <Part title={t.overdue} tasks={due(undefined, today)} places={places} isLate />
      <Part title={t.today} tasks={due(today, tomorrow)} places={places} />
      <Part title={t.soon} tasks={due(tomorrow, soon)} places={places} />
      <Part title={t.later} tasks={due(soon, undefined)} places={places} />
      <Part title={t.undated} tasks={tasks.filter(({ dates }) => !dates.due)} places={places} />
      {tasks.length > 0 && (
        <p>
          <Link to="/all" search={{ filters: { assignees: { me: true }, statusGroups: ['Active'] } }}>
            {t.all}
          </Link>
        </p>
      )}
    </div>
  )
}

interface PartProps {
  title: string
  tasks: readonly Task[]
  places: Places
  isLate?: boolean
}

function Part({ title, tasks, places, isLate = false }: PartProps) {
  const id = useId()
  const statuses = useStatuses()
  const change = useTaskChange()
  if (tasks.length === 0) return null
  return (
    <section aria-labelledby={id}>
      <h2 id={id}>
        {title} <span className="quiet">{tasks.length}</span>
      </h2>
      <ul className="work">
        {tasks.map((task) => (
          <li key={task.id}>
            <input
              type="checkbox"
              checked={false}
              aria-label={t.done(task)}
              onChange={() => change.set(task, { status: 'Completed' }, t.completed(task))}
            />
            <Link className="work-title" {...wayTo('task', task.id)}>
              {task.title}
            </Link>
            <span className="quiet work-place">{placeOf(places, task)}</span>
            <StatusMark status={statuses?.byId.get(task.customStatusId)} />
            {task.dates.due && (
              <time className={isLate ? 'late' : 'quiet'} dateTime={task.dates.due}>
                {dayText(task.dates.due)}
              </time>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}

const placeOf = (places: Places, { parentIds: [id = ''] = [] }: Task): string => places.byId.get(id)?.title ?? ''
