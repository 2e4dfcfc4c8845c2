import { nameOf, usePeople } from '../../../data/people.ts'
import { useTaskChange } from '../../../data/tasks.ts'
import { listText } from '../../../language/language.ts'
import { words } from '../../../language/words.ts'
import { Icon } from '../../../parts/icon.tsx'
import { Picker } from '../../../parts/picker.tsx'
import { useOpenTask } from '../frame/open-task.tsx'

const t = words('task-share', {
  share: 'Share',
  with: 'Shared with',
  shared: ({ names }: { names: string }) => `Shared with ${names}.`,
  unshared: ({ names }: { names: string }) => `No longer shared with ${names}.`,
})

/** Shares the task with people and groups, one by one. */
export function Share() {
  const { task, may } = useOpenTask()
  const people = usePeople()
  const change = useTaskChange()
  if (!may('share')) return null
  const shared = task.sharedIds ?? []
  const names = (ids: readonly string[]) =>
    listText(ids.flatMap((id) => people.get(id) ?? []).map((person) => nameOf(person)))
  const choose = (ids: string[]) => {
    const [added, removed] = [ids.filter((id) => !shared.includes(id)), shared.filter((id) => !ids.includes(id))]
    if (added.length > 0) change.set(task, { addShareds: added }, t.shared({ names: names(added) }))
    if (removed.length > 0) change.set(task, { removeShareds: removed }, t.unshared({ names: names(removed) }))
  }
  return (
    <Picker
      label={t.with}
      isMany
      items={[...people.values()].map((person) => ({ id: person.id, title: nameOf(person) }))}
      chosen={shared}
      onChoose={choose}
    >
      <Icon name="share" />
      {t.share}
    </Picker>
  )
}
