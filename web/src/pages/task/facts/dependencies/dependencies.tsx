import { queryDependencies } from '@taskwright/sdk'
import { useRead } from '../../../../data/api.ts'
import { words } from '../../../../language/words.ts'
import { Fault } from '../../../../parts/fault.tsx'
import { Icon } from '../../../../parts/icon.tsx'
import { TaskPicker } from '../../../../parts/task-picker.tsx'
import { useOpenTask } from '../../frame/open-task.tsx'
import { Section } from '../../frame/section.tsx'
import { useTasks } from '../use-tasks.ts'
import { DependencyRow } from './dependency-row.tsx'
import { useLinks } from './use-links.ts'
import './dependencies.css'

const t = words('dependencies', {
  before: 'Waits for',
  after: 'Holds up',
  addBefore: 'Waits for: add a task',
  addAfter: 'Holds up: add a task',
  none: 'It waits for no other task and holds none up.',
})

/** Which tasks come before this one and which after it. */
export function Dependencies() {
  const { task, may } = useOpenTask()
  const read = useRead(queryDependencies, { taskId: task.id })
  const all = read.data ?? []
  const before = all.filter(({ successorId }) => successorId === task.id)
  const after = all.filter(({ predecessorId }) => predecessorId === task.id)
  const others = all.map(({ predecessorId, successorId }) => (predecessorId === task.id ? successorId : predecessorId))
  const { tasks = [], error } = useTasks(others)
  const links = useLinks()
  // A plan without dependencies tells of none, not even of an empty list.
  if (task.dependencyIds === undefined) return null
  const without = [task.id, ...others]
  return (
    <Section
      name="dependencies"
      actions={
        may('editTask') && (
          <>
            <TaskPicker
              label={t.addBefore}
              name={t.addBefore}
              without={without}
              onChoose={(one) => links.add({ predecessor: one, successor: task }, task.id)}
            >
              <Icon name="add" />
              {t.before}
            </TaskPicker>
            <TaskPicker
              label={t.addAfter}
              name={t.addAfter}
              without={without}
              onChoose={(one) => links.add({ predecessor: task, successor: one }, task.id)}
            >
              <Icon name="add" />
              {t.after}
            </TaskPicker>
          </>
        )
      }
    >
      {read.data && all.length === 0 && <p className="quiet">{t.none}</p>}
      {[[t.before, before] as const, [t.after, after] as const].map(
        ([title, rows]) =>
          rows.length > 0 && (
            <section key={title} aria-label={title}>
              <p className="dependency-title">{title}</p>
              <ul className="dependency-list">
                {rows.map((dependency) => (
                  <DependencyRow key={dependency.id} dependency={dependency} tasks={tasks} links={links} />
                ))}
              </ul>
            </section>
          ),
      )}
      <Fault error={links.error ?? read.error ?? error} />
    </Section>
  )
}
