import { type Place, type Places, placesAbove } from '../../data/folders.ts'
import { usePlaceChanges } from '../../data/place-changes.ts'
import { words } from '../../language/words.ts'
import { Dialog } from '../dialog.tsx'
import { Icon } from '../icon.tsx'
import { byTitle, ChoiceList } from '../picker.tsx'
import { fits } from './drag.ts'

const t = words('place-move', {
  move: ({ title }: { title: string }) => `Move “${title}”`,
  add: ({ title }: { title: string }) => `Add “${title}” to another place`,
  moveSays: 'Everything in it goes along. People who see the new place will see it.',
  addSays: 'It will be in both places; it is one and the same folder.',
  places: 'Places',
})

interface MovePlaceProps {
  place: Place
  /** Where it leaves; without it the place stays where it is too. */
  from: Place | undefined
  places: Places
  onClose: () => void
}

/** Chooses where a folder or project goes: the way without dragging. */
export function MovePlace({ place, from, places, onClose }: MovePlaceProps) {
  const changes = usePlaceChanges()
  const items = [...places.byId.values()]
    .filter(({ id }) => fits(places, place, id))
    .map(({ id, title, kind }) => {
      const way = placesAbove(places, id).map((above) => above.title)
      return { id, title, mark: <Icon name={kind} />, note: way.join(' › ') }
    })
    .sort(byTitle)
  const choose = ([id]: string[]) => {
    const to = id && places.byId.get(id)
    if (to) changes.move(place, to, from)
    onClose()
  }
  return (
    <Dialog title={(from ? t.move : t.add)(place)} onClose={onClose}>
      <p className="quiet">{from ? t.moveSays : t.addSays}</p>
      <ChoiceList label={t.places} items={items} chosen={[]} onChoose={choose} />
    </Dialog>
  )
}
