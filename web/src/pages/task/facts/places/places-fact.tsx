import { Link } from '@tanstack/react-router'
import { placesAbove, usePlaces } from '../../../../data/folders.ts'
import { useTaskChange } from '../../../../data/tasks.ts'
import { words } from '../../../../language/words.ts'
import { Icon } from '../../../../parts/icon.tsx'
import { byTitle, Picker } from '../../../../parts/picker.tsx'
import { useOpenTask } from '../../frame/open-task.tsx'
import { Chips } from '../chips.tsx'
import { Fact } from '../fact.tsx'

const t = words('places-fact', {
  places: 'Places',
  add: 'Put into another place',
  nowhere: 'In no folder that you see',
  into: ({ title }: { title: string }) => `The task is in ${title} too now.`,
  out: ({ title }: { title: string }) => `The task was taken out of ${title}.`,
  hidden: 'A place that you do not see',
})

/** All folders, projects and spaces the task lies in: it can be in several. */
export function PlacesFact() {
  const { task, may } = useOpenTask()
  const places = usePlaces()
  const change = useTaskChange()
  const parents = (task.parentIds ?? []).flatMap((id) => places?.byId.get(id) ?? [])
  const items = [...(places?.byId.values() ?? [])]
    .filter(({ id }) => !task.parentIds?.includes(id))
    .map(({ id, title, kind }) => {
      const path = places ? placesAbove(places, id).map((above) => above.title) : []
      return { id, title, mark: <Icon name={kind} />, ...(path.length > 0 && { note: path.join(' › ') }) }
    })
    .sort(byTitle)
  const put = ([id]: string[]) => {
    const place = id ? places?.byId.get(id) : undefined
    if (place) change.set(task, { addParents: [place.id] }, t.into(place))
  }
  const takeOut = (id: string) => {
    const place = places?.byId.get(id)
    change.set(task, { removeParents: [id] }, t.out({ title: place?.title ?? t.hidden }))
  }
  // The last place is only left for another one, or for the tasks above.
  const mayLeave = may('move') && parents.length + (task.superTaskIds?.length ?? 0) > 1
  return (
    <Fact label={t.places} error={change.error}>
      {parents.length === 0 && <span className="quiet">{t.nowhere}</span>}
      <Chips
        chips={parents.map(({ id, title, kind }) => ({
          id,
          title,
          mark: <Icon name={kind} />,
          link: (
            <Link to="/folder/$folderId" params={{ folderId: id }}>
              {title}
            </Link>
          ),
        }))}
        {...(mayLeave && { onTakeOff: takeOut })}
      />
      {may('move') && (
        <Picker label={t.add} name={t.add} items={items} chosen={[]} onChoose={put} className="plain">
          <Icon name="add" />
        </Picker>
      )}
    </Fact>
  )
}
