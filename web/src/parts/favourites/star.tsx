import { type Markable, useFavourites } from '../../data/favourites.ts'
import { words } from '../../language/words.ts'
import { Icon } from '../icon.tsx'
import './favourites.css'

const t = words('star', { mark: 'Favourite' })

/** Marks a place or a task as a favourite, or takes the mark away. */
export function Star({ marked }: { marked: Markable }) {
  const favourites = useFavourites()
  const found = favourites.of(marked)
  return (
    <button
      type="button"
      className={found ? 'plain star marked' : 'plain star'}
      aria-label={t.mark}
      aria-pressed={found !== undefined}
      disabled={favourites.list === undefined}
      onClick={() => (found ? favourites.remove(found.id) : favourites.add(marked))}
    >
      <Icon name="star" />
    </button>
  )
}
