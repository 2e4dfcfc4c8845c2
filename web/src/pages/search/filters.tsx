import { placesAbove, usePlaces } from '../../data/folders.ts'
import { nameOf, usePeople } from '../../data/people.ts'
import { words } from '../../language/words.ts'
import { Icon } from '../../parts/icon.tsx'
import { Avatar } from '../../parts/person.tsx'
import { byTitle, Picker, type PickerItem } from '../../parts/picker.tsx'
import { days, dueDays, isFiltered, kinds, type Question, statuses } from './question.ts'

const t = words('search-filters', {
  filters: 'Filters',
  kinds: 'Kind',
  Space: 'Spaces',
  Project: 'Projects',
  Folder: 'Folders',
  Task: 'Tasks',
  in: 'Place',
  anywhere: 'Anywhere',
  author: 'Made by',
  anybody: 'Anybody',
  me: 'Me',
  assignee: 'Assigned to',
  nobody: 'Nobody',
  status: 'Status',
  Active: 'Active',
  Completed: 'Completed',
  Deferred: 'Deferred',
  Cancelled: 'Cancelled',
  changed: 'Changed',
  due: 'Due',
  any: 'Any time',
  Overdue: 'Overdue',
  Yesterday: 'Yesterday',
  Today: 'Today',
  Tomorrow: 'Tomorrow',
  LastWeek: 'Last week',
  ThisWeek: 'This week',
  NextWeek: 'Next week',
  Last7Days: 'In the last 7 days',
  Next7Days: 'In the next 7 days',
  LastMonth: 'Last month',
  ThisMonth: 'This month',
  clear: 'Clear the filters',
  is: ({ name, value }: { name: string; value: string }) => `${name}: ${value}`,
})

interface FiltersProps {
  asked: Question
  onAsk: (changes: { [N in keyof Question]?: Question[N] | undefined }) => void
}

/** Narrows what is found; those that are set say what they are set to. */
export function Filters({ asked, onAsk }: FiltersProps) {
  const places = usePlaces()
  const people = usePeople()
  const persons: PickerItem[] = [...people.values()]
    .filter(({ type }) => type === 'Person')
    .map((person) => ({ id: person.id, title: nameOf(person), mark: <Avatar person={person} /> }))
    .sort(byTitle)
  const me = { id: 'me', title: t.me, mark: <Icon name="person" /> }
  const ofAuthors = [me, ...persons]
  const ofAssignees = [me, { id: 'nobody', title: t.nobody, mark: <Icon name="close" /> }, ...persons]
  const ofPlaces = [...(places?.byId.values() ?? [])]
    .map(({ id, title, kind }) => {
      const note = places ? placesAbove(places, id).map((above) => above.title) : []
      return { id, title, mark: <Icon name={kind} />, note: note.join(' › ') }
    })
    .sort(byTitle)
  const named = (list: readonly string[]) => list.map((id) => ({ id, title: t[id as 'Today'] }))
  return (
    <fieldset className="search-filters">
      <legend className="unseen">{t.filters}</legend>
      <Many
        name={t.kinds}
        items={named(kinds)}
        chosen={asked.kinds}
        onChoose={(ids) => onAsk({ kinds: ids as Question['kinds'] })}
      />
      <One name={t.in} items={ofPlaces} chosen={asked.in} onChoose={(id) => onAsk({ in: id })} />
      <One name={t.assignee} items={ofAssignees} chosen={asked.assignee} onChoose={(id) => onAsk({ assignee: id })} />
      <Many
        name={t.status}
        items={named(statuses)}
        chosen={asked.status}
        onChoose={(ids) => onAsk({ status: ids as Question['status'] })}
      />
      <One
        name={t.due}
        items={named(dueDays)}
        chosen={asked.due}
        onChoose={(id) => onAsk({ due: id as Question['due'] })}
      />
      <One name={t.author} items={ofAuthors} chosen={asked.author} onChoose={(id) => onAsk({ author: id })} />
      <One
        name={t.changed}
        items={named(days)}
        chosen={asked.changed}
        onChoose={(id) => onAsk({ changed: id as Question['changed'] })}
      />
      {isFiltered(asked) && (
        <button
          type="button"
          className="link"
          onClick={() =>
            onAsk({
              kinds: undefined,
              in: undefined,
              author: undefined,
              assignee: undefined,
              status: undefined,
              changed: undefined,
              due: undefined,
            })
          }
        >
          {t.clear}
        </button>
      )}
    </fieldset>
  )
}

interface OneProps {
  name: string
  items: readonly PickerItem[]
  chosen: string | undefined
  onChoose: (id: string | undefined) => void
}

/** Chooses one; chosen again it is taken away. */
function One({ name, items, chosen, onChoose }: OneProps) {
  const title = items.find(({ id }) => id === chosen)?.title
  return (
    <Picker
      label={name}
      items={items}
      chosen={chosen ? [chosen] : []}
      onChoose={([id]) => onChoose(id === chosen ? undefined : id)}
      className={title ? 'secondary small set' : 'secondary small'}
    >
      {title ? t.is({ name, value: title }) : name}
      <Icon name="down" />
    </Picker>
  )
}

interface ManyProps {
  name: string
  items: readonly PickerItem[]
  chosen: readonly string[] | undefined
  onChoose: (ids: string[] | undefined) => void
}

function Many({ name, items, chosen = [], onChoose }: ManyProps) {
  const value = items.flatMap(({ id, title }) => (chosen.includes(id) ? title : [])).join(', ')
  return (
    <Picker
      label={name}
      items={items}
      chosen={chosen}
      isMany
      onChoose={(ids) => onChoose(ids.length > 0 ? ids : undefined)}
      className={value ? 'secondary small set' : 'secondary small'}
    >
      {value ? t.is({ name, value }) : name}
      <Icon name="down" />
    </Picker>
  )
}
