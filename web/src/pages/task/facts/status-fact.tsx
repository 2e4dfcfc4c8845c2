import { useStatuses } from '../../../data/statuses.ts'
import { useTaskChange } from '../../../data/tasks.ts'
import { words } from '../../../language/words.ts'
import { Picker } from '../../../parts/picker.tsx'
import { ColourDot, StatusMark } from '../../../parts/status.tsx'
import { useOpenTask } from '../frame/open-task.tsx'
import { Fact } from './fact.tsx'

const t = words('status-fact', {
  status: 'Status',
  is: ({ name }: { name: string }) => `Status: ${name}`,
  now: ({ name }: { name: string }) => `The status is ${name} now.`,
})
const groups = words('status-groups', {
  Active: 'Active',
  Completed: 'Completed',
  Deferred: 'Deferred',
  Cancelled: 'Cancelled',
})

/** The status, and those of the task's workflow that it can have next. */
export function StatusFact() {
  const { task, may } = useOpenTask()
  const statuses = useStatuses()
  const change = useTaskChange()
  const status = statuses?.byId.get(task.customStatusId)
  const items = (statuses?.beside(task.customStatusId) ?? []).map(({ id, name, color, group }) => ({
    id,
    title: name,
    mark: <ColourDot color={color ?? 'Gray'} />,
    // A status that is called as its group needs no note.
    ...(groups[group] !== name && { note: groups[group] }),
  }))
  const choose = ([id]: string[]) => {
    const next = id === undefined ? undefined : statuses?.byId.get(id)
    if (next && next.id !== task.customStatusId) change.set(task, { customStatus: next.id }, t.now({ name: next.name }))
  }
  return (
    <Fact label={t.status} error={change.error}>
      {may('changeStatus') && status ? (
        <Picker
          label={t.status}
          name={t.is({ name: status.name })}
          items={items}
          chosen={[task.customStatusId]}
          onChoose={choose}
        >
          <StatusMark status={status} />
        </Picker>
      ) : (
        <StatusMark status={status} />
      )}
    </Fact>
  )
}
