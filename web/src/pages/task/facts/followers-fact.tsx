import { usePeople } from '../../../data/people.ts'
import { useTaskChange } from '../../../data/tasks.ts'
import { words } from '../../../language/words.ts'
import { Icon } from '../../../parts/icon.tsx'
import { Avatars } from '../../../parts/person.tsx'
import { Picker } from '../../../parts/picker.tsx'
import { useOpenTask } from '../frame/open-task.tsx'
import { Fact } from './fact.tsx'
import { peopleItems, personIdsOf } from './people-items.tsx'

const t = words('followers-fact', {
  followers: 'Followers',
  add: 'Add followers',
  nobody: 'Nobody',
})

/** Who hears of what happens. Others can be added; everybody ceases for themselves alone, above. */
export function FollowersFact() {
  const { task, may } = useOpenTask()
  const people = usePeople()
  const change = useTaskChange()
  const following = task.followerIds ?? []
  const known = following.flatMap((id) => people.get(id) ?? [])
  const others = peopleItems(people, []).filter(({ id }) => !following.includes(id))
  const add = (ids: readonly string[]) => {
    const added = [...new Set(ids.flatMap((id) => personIdsOf(people, id)))].filter((id) => !following.includes(id))
    if (added.length > 0) change.set(task, { addFollowers: added })
  }
  return (
    <Fact label={t.followers} error={change.error}>
      {known.length > 0 ? <Avatars people={known} most={6} /> : <span className="quiet">{t.nobody}</span>}
      {may('follow') && others.length > 0 && (
        <Picker label={t.add} name={t.add} items={others} chosen={[]} onChoose={add} className="plain">
          <Icon name="add" />
        </Picker>
      )}
    </Fact>
  )
}
