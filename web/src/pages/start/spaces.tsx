import { Link } from '@tanstack/react-router'
import { useId, useState } from 'react'
import type { Places } from '../../data/folders.ts'
import { useMakesSpaces } from '../../data/me.ts'
import { plural, words } from '../../language/words.ts'
import { Icon } from '../../parts/icon.tsx'
import { NewPlace } from '../../parts/new-place.tsx'
import { wayTo } from '../../parts/way-to.ts'

const t = words('start-spaces', {
  spaces: 'Your spaces',
  make: 'New space',
  inside: ({ count }: { count: number }) =>
    plural(count, { one: '# folder or project', other: '# folders and projects' }),
})

/** The spaces of the person. */
export function Spaces({ places }: { places: Places }) {
  const [isMaking, setMaking] = useState(false)
  const id = useId()
  const makesSpaces = useMakesSpaces()
  return (
    <div className="start-side">
      <section aria-labelledby={`${id}-spaces`}>
        <h2 id={`${id}-spaces`}>{t.spaces}</h2>
        <ul className="space-cards">
          {places.roots
            .flatMap((root) => places.byId.get(root) ?? [])
            .map((place) => (
              <li key={place.id}>
                <Link {...wayTo('place', place.id)}>
                  <Icon name={place.kind} />
                  <span className="title">{place.title}</span>
                </Link>
                {place.childIds.length > 0 && (
                  <span className="quiet">{t.inside({ count: place.childIds.length })}</span>
                )}
              </li>
            ))}
        </ul>
        {makesSpaces && (
          <button type="button" className="secondary small" onClick={() => setMaking(true)}>
            {t.make}
          </button>
        )}
      </section>
      {isMaking && <NewPlace kind="space" onClose={() => setMaking(false)} />}
    </div>
  )
}
