import type { Task } from '@taskwright/sdk'
import { type Status, useStatuses } from '../../../../data/statuses.ts'
import { useTaskChange } from '../../../../data/tasks.ts'
import { words } from '../../../../language/words.ts'
import { Fault } from '../../../../parts/fault.tsx'
import { Picker } from '../../../../parts/picker.tsx'
import { ColourDot } from '../../../../parts/status.tsx'
import { useOpenTask } from '../../frame/open-task.tsx'

const t = words('subtask-status', {
  status: 'Status',
  is: ({ title, name }: { title: string; name: string }) => `${title}: status ${name}`,
})

/** The status of a subtask as its colour and name; it opens those that it can have next. */
export function SubtaskStatus({ task }: { task: Task }) {
  const { may } = useOpenTask()
  const statuses = useStatuses()
  const change = useTaskChange()
  const status = statuses?.byId.get(task.customStatusId)
  if (!status) return null
  const shown = (
    <span className="subtask-status">
      <ColourDot color={status.color ?? 'Gray'} />
      <span>{status.name}</span>
    </span>
  )
  if (!may('changeStatus')) return shown
  const items = (statuses?.beside(task.customStatusId) ?? []).map(({ id, name, color }) => ({
    id,
    title: name,
    mark: <ColourDot color={color ?? 'Gray'} />,
  }))
  return (
    <>
      <Picker
        label={t.status}
        name={t.is({ title: task.title, name: status.name })}
        items={items}
        chosen={[status.id]}
        onChoose={([id]) => id && id !== status.id && change.set(task, { customStatus: id })}
        className="plain"
      >
        {shown}
      </Picker>
      <Fault error={change.error} />
    </>
  )
}

/** Completes a task or takes it up again, by the first status of its workflow that says so; undefined where there is none. */
export function useDone(task: Task, change: ReturnType<typeof useTaskChange>): (() => void) | undefined {
  const { may } = useOpenTask()
  const statuses = useStatuses()
  const wanted: Status['group'] = task.status === 'Completed' ? 'Active' : 'Completed'
  const next = statuses?.beside(task.customStatusId).find(({ group }) => group === wanted)
  if (!next || !may('changeStatus')) return undefined
  return () => change.set(task, { customStatus: next.id })
}
