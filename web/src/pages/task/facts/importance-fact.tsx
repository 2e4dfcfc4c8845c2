import type { Task } from '@taskwright/sdk'
import { useTaskChange } from '../../../data/tasks.ts'
import { words } from '../../../language/words.ts'
import { Icon, type IconName } from '../../../parts/icon.tsx'
import { Picker } from '../../../parts/picker.tsx'
import { useOpenTask } from '../frame/open-task.tsx'
import { Fact } from './fact.tsx'

const t = words('importance-fact', {
  importance: 'Importance',
  is: ({ name }: { name: string }) => `Importance: ${name}`,
  now: ({ name }: { name: string }) => `The importance is ${name} now.`,
  High: 'High',
  Normal: 'Normal',
  Low: 'Low',
})

type Importance = Task['importance']
const marks: readonly [Importance, IconName][] = [
  ['High', 'up'],
  ['Normal', 'task'],
  ['Low', 'down'],
]

/** How important the task is. */
export function ImportanceFact() {
  const { task, may } = useOpenTask()
  const change = useTaskChange()
  const items = marks.map(([id, icon]) => ({ id, title: t[id], mark: <Icon name={icon} /> }))
  const current = items.find(({ id }) => id === task.importance)
  const choose = ([id]: string[]) => {
    const next = items.find((item) => item.id === id)
    if (next && next.id !== task.importance) change.set(task, { importance: next.id }, t.now({ name: next.title }))
  }
  const shown = (
    <span className="fact-text">
      {current?.mark}
      {current?.title}
    </span>
  )
  return (
    <Fact label={t.importance} error={change.error}>
      {may('editTask') ? (
        <Picker
          label={t.importance}
          name={t.is({ name: t[task.importance] })}
          items={items}
          chosen={[task.importance]}
          onChoose={choose}
          className="plain fact-button"
        >
          {shown}
        </Picker>
      ) : (
        shown
      )}
    </Fact>
  )
}
