import type { Contact } from '@taskwright/sdk'
import { nameOf } from '../../../data/people.ts'
import { plural, words } from '../../../language/words.ts'
import { Icon } from '../../../parts/icon.tsx'
import { Avatar } from '../../../parts/person.tsx'
import { byTitle, type PickerItem } from '../../../parts/picker.tsx'

const t = words('people-items', {
  me: 'you',
  group: ({ count }: { count: number }) => plural(count, { one: 'group of # person', other: 'group of # people' }),
})

type People = ReadonlyMap<string, Contact>

/** Everybody to choose from, oneself first; then groups, which stand for their people. Those chosen stay, whoever they are. */
export function peopleItems(people: People, chosen: readonly string[]): PickerItem[] {
  const all = [...people.values()]
  const persons = all
    .filter(({ id, type, profiles }) => type === 'Person' && (profiles[0]?.active !== false || chosen.includes(id)))
    .map((person) => ({
      id: person.id,
      title: nameOf(person),
      mark: <Avatar person={person} isNamed={false} />,
      ...(person.me && { note: t.me }),
    }))
    .sort((a, b) => Number('note' in b) - Number('note' in a) || byTitle(a, b))
  const groups = all
    .filter(({ type, memberIds = [] }) => type === 'Group' && memberIds.length > 0)
    .map((group) => ({
      id: group.id,
      title: nameOf(group),
      mark: <Icon name="group" />,
      note: t.group({ count: group.memberIds?.length ?? 0 }),
    }))
    .sort(byTitle)
  return [...persons, ...groups]
}

/** The people that an id stands for: those of a group, or the one. */
export function personIdsOf(people: People, id: string): string[] {
  const contact = people.get(id)
  if (contact?.type !== 'Group') return [id]
  return (contact.memberIds ?? []).filter((member) => people.get(member)?.type === 'Person')
}
