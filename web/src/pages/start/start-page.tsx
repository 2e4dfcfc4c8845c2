import { usePlaces } from '../../data/folders.ts'
import { words } from '../../language/words.ts'
import { FirstSteps } from './first-steps.tsx'
import { MyWork } from './my-work.tsx'
import { Spaces } from './spaces.tsx'
import './start.css'
import { Waiting } from './waiting.tsx'

const t = words('start', { title: 'Your work', welcome: 'Welcome', reading: 'Reading …' })

/** Where people begin: what they have to do, and the way to their spaces; at first, how to get to something of use. */
export function StartPage() {
  const places = usePlaces()
  // A personal space with nothing in it is there from the beginning.
  const isEmpty = places && [...places.byId.values()].every(({ isPersonal }) => isPersonal)
  return (
    <div className="page start">
      <header>
        <h1>{isEmpty ? t.welcome : t.title}</h1>
      </header>
      {!places && <p className="quiet">{t.reading}</p>}
      {isEmpty && (
        <>
          <div className="start-first">
            <Waiting places={places} />
          </div>
          <FirstSteps places={places} />
        </>
      )}
      {places && !isEmpty && (
        <div className="start-columns">
          <MyWork places={places} />
          <Spaces places={places} />
        </div>
      )}
    </div>
  )
}
