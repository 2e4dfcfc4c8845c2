import { queryJobRoles, queryPlaceholders } from '@taskwright/sdk'
import { useRead } from '../../../data/api.ts'
import { nameOf, usePeople } from '../../../data/people.ts'
import { useTaskChange } from '../../../data/tasks.ts'
import { plural, words } from '../../../language/words.ts'
import { Icon } from '../../../parts/icon.tsx'
import { Avatar } from '../../../parts/person.tsx'
import { byTitle, Picker, type PickerItem } from '../../../parts/picker.tsx'
import { useOpenTask } from '../frame/open-task.tsx'
import { type Chip, Chips } from './chips.tsx'
import { Fact } from './fact.tsx'
import { peopleItems, personIdsOf } from './people-items.tsx'

const t = words('assignees-fact', {
  assignees: 'Assignees',
  assign: 'Assign',
  nobody: 'Nobody',
  hidden: 'Somebody whom you do not know',
  placeholder: 'placeholder',
  role: ({ role }: { role: string }) => `placeholder · ${role}`,
  changed: ({ count }: { count: number }) =>
    plural(count, { one: 'The assignees were changed: # person.', other: 'The assignees were changed: # people.' }),
})

/** Who does it: people, a group's people at once, and placeholders where the plan has them. */
export function AssigneesFact() {
  const { task, may } = useOpenTask()
  const people = usePeople()
  const placeholders = useRead(queryPlaceholders, {})
  const roles = useRead(queryJobRoles, {}, { enabled: (placeholders.data?.length ?? 0) > 0 })
  const change = useTaskChange()
  const assigned = task.responsibleIds ?? []
  const stand = task.responsiblePlaceholderIds ?? []

  const roleOf = (id: string | undefined) => roles.data?.find((role) => role.id === id)?.title
  const standIns: PickerItem[] = (placeholders.data ?? [])
    .map(({ id, title, jobRoleId }) => {
      const role = roleOf(jobRoleId)
      return { id, title, mark: <Icon name="person" />, note: role ? t.role({ role }) : t.placeholder }
    })
    .sort(byTitle)
  const chips: Chip[] = [
    ...assigned.map((id) => {
      const one = people.get(id)
      return one ? { id, title: nameOf(one), mark: <Avatar person={one} isNamed={false} /> } : { id, title: t.hidden }
    }),
    ...stand.map(
      (id) => standIns.find((item) => item.id === id) ?? { id, title: t.placeholder, mark: <Icon name="person" /> },
    ),
  ]

  const become = (ids: readonly string[]) => {
    const wanted = new Set(ids.flatMap((id) => personIdsOf(people, id)))
    const isPlaceholder = (id: string) => standIns.some((item) => item.id === id) || stand.includes(id)
    const added = [...wanted].filter((id) => !assigned.includes(id) && !stand.includes(id))
    const removed = [...assigned, ...stand].filter((id) => !wanted.has(id))
    const members = {
      addResponsibles: added.filter((id) => !isPlaceholder(id)),
      removeResponsibles: removed.filter((id) => !isPlaceholder(id)),
      addResponsiblePlaceholders: added.filter(isPlaceholder),
      removeResponsiblePlaceholders: removed.filter(isPlaceholder),
    }
    const named = Object.fromEntries(Object.entries(members).filter(([, some]) => some.length > 0))
    if (Object.keys(named).length > 0) change.set(task, named, t.changed({ count: wanted.size }))
  }
  const all = [...assigned, ...stand]
  return (
    <Fact label={t.assignees} error={change.error}>
      <Chips
        chips={chips}
        {...(may('editTask') && { onTakeOff: (id: string) => become(all.filter((one) => one !== id)) })}
      />
      {may('editTask') ? (
        <Picker
          label={t.assignees}
          items={[...peopleItems(people, assigned), ...standIns]}
          chosen={all}
          isMany
          onChoose={become}
          className="plain fact-button"
        >
          <Icon name="add" />
          {t.assign}
        </Picker>
      ) : (
        chips.length === 0 && <span className="quiet">{t.nobody}</span>
      )}
    </Fact>
  )
}
