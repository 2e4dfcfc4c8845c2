import { Link } from '@tanstack/react-router'
import { useTaskChange } from '../../../../data/tasks.ts'
import { words } from '../../../../language/words.ts'
import { Icon } from '../../../../parts/icon.tsx'
import { TaskPicker } from '../../../../parts/task-picker.tsx'
import { useOpenTask } from '../../frame/open-task.tsx'
import { Chips } from '../chips.tsx'
import { Fact } from '../fact.tsx'
import { useTasks } from '../use-tasks.ts'

const t = words('above-fact', {
  above: 'Part of',
  add: 'Make it a part of a task',
  into: ({ title }: { title: string }) => `It is a part of “${title}” now.`,
  out: ({ title }: { title: string }) => `It is no part of “${title}” any more.`,
})

/** The tasks that this one is a part of. */
export function AboveFact() {
  const { task, may } = useOpenTask()
  const ids = task.superTaskIds ?? []
  const { tasks = [], error } = useTasks(ids)
  const change = useTaskChange()
  const mayLeave = may('move') && (task.parentIds?.length ?? 0) + ids.length > 1
  const leave = (id: string) =>
    change.set(task, { removeSuperTasks: [id] }, t.out({ title: tasks.find((one) => one.id === id)?.title ?? '' }))
  if (ids.length === 0 && !may('move')) return null
  return (
    <Fact label={t.above} error={change.error ?? error}>
      <Chips
        chips={tasks.map(({ id, title }) => ({
          id,
          title,
          mark: <Icon name="task" />,
          link: (
            <Link to="/task/$taskId" params={{ taskId: id }}>
              {title}
            </Link>
          ),
        }))}
        {...(mayLeave && { onTakeOff: leave })}
      />
      {may('move') && (
        <TaskPicker
          label={t.add}
          name={t.add}
          without={[task.id, ...ids, ...(task.subTaskIds ?? [])]}
          onChoose={(above) => change.set(task, { addSuperTasks: [above.id] }, t.into(above))}
        >
          <Icon name="add" />
        </TaskPicker>
      )}
    </Fact>
  )
}
