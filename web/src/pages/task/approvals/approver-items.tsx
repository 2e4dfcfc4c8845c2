import { usePeople } from '../../../data/people.ts'
import { words } from '../../../language/words.ts'
import type { PickerItem } from '../../../parts/picker.tsx'
import { peopleItems } from '../facts/people-items.tsx'
import { useMentionable } from '../people/mentionable.ts'

const t = words('approver-items', { outside: 'cannot see the task yet: it is shared with them' })

/** People who can be asked: first those who see the task; of the others it is said what asking them does. */
export function useApproverItems(chosen: readonly string[] = []): PickerItem[] {
  const people = usePeople()
  const outside = new Set(useMentionable().flatMap(({ id, isOutside }) => (isOutside ? [id] : [])))
  const items = peopleItems(people, chosen).filter(({ id }) => people.get(id)?.type === 'Person')
  return [
    ...items.filter(({ id }) => !outside.has(id)),
    ...items.filter(({ id }) => outside.has(id)).map((item) => ({ ...item, note: t.outside })),
  ]
}
