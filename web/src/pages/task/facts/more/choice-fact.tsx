import { type TaskMembers, useTaskChange } from '../../../../data/tasks.ts'
import { words } from '../../../../language/words.ts'
import { Picker, type PickerItem } from '../../../../parts/picker.tsx'
import { useOpenTask } from '../../frame/open-task.tsx'
import { Fact } from '../fact.tsx'

const t = words('choice-fact', {
  is: ({ label, name }: { label: string; name: string }) => `${label}: ${name}`,
  now: ({ label, name }: { label: string; name: string }) => `${label}: ${name}.`,
})

interface ChoiceFactProps {
  label: string
  items: readonly PickerItem[]
  /** Id of what is chosen now; of none where nothing is. */
  chosen: string
  /** What stands there while nothing of the items is chosen. */
  none: string
  change: (id: string) => TaskMembers
}

/** A fact that is one of several. */
export function ChoiceFact({ label, items, chosen, none, change: members }: ChoiceFactProps) {
  const { task, may } = useOpenTask()
  const change = useTaskChange()
  const name = items.find(({ id }) => id === chosen)?.title ?? none
  const choose = ([id]: string[]) => {
    if (id === undefined || id === chosen) return
    const next = items.find((item) => item.id === id)?.title ?? none
    void change.set(task, members(id), t.now({ label, name: next }))
  }
  return (
    <Fact label={label} error={change.error}>
      {may('editTask') ? (
        <Picker
          label={label}
          name={t.is({ label, name })}
          items={items}
          chosen={[chosen]}
          onChoose={choose}
          className="plain fact-button"
        >
          {name}
        </Picker>
      ) : (
        name
      )}
    </Fact>
  )
}
