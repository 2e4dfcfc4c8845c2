import { Link, useNavigate } from '@tanstack/react-router'
import { type FormEvent, useState } from 'react'
import type { Places } from '../../data/folders.ts'
import { useMakesSpaces, useMe } from '../../data/me.ts'
import { usePlaceChanges } from '../../data/place-changes.ts'
import { words } from '../../language/words.ts'
import { Fault } from '../../parts/fault.tsx'
import { Icon } from '../../parts/icon.tsx'
import { wayTo } from '../../parts/way-to.ts'
import { useSample } from './sample.ts'

const t = words('first-steps', {
  says: 'There is nothing here yet. Three ways to begin:',
  space: 'Make a space',
  spaceSays:
    'A space holds what belongs together: a team, a customer, a house. In it are projects and folders, and in these the tasks.',
  name: 'Name of the space',
  create: 'Create',
  sample: 'Look at a sample',
  sampleSays:
    'A space with two projects and a dozen tasks, made for you to try things. You delete it whenever you like.',
  make: 'Make the sample',
  making: ({ done, all }: { done: number; all: number }) => `Making it: ${done} of ${all} …`,
  bring: 'Bring tasks along',
  bringSays: 'From a spreadsheet: each row becomes a task. You see before what will be, and can undo it after.',
  file: 'Import a file',
  learn: 'Good to know',
  keys: 'Go anywhere, do anything: type some of its name',
  help: 'All keys',
  undo: 'Undo the last change',
  guest:
    'Nothing is shared with you yet. Whoever invited you shares a space, a project or a task with you; it stands here then.',
})

/** The first minute: a space of one's own, a sample, or what one has already. */
export function FirstSteps({ places }: { places: Places }) {
  const personal = places.byId.get(places.roots[0] ?? '')
  const makesSpaces = useMakesSpaces()
  const me = useMe()
  if (!me) return null
  if (!makesSpaces) return <p className="first-steps">{t.guest}</p>
  return (
    <div className="first-steps">
      <p>{t.says}</p>
      <ol>
        <li>
          <h2>
            <Icon name="space" /> {t.space}
          </h2>
          <p>{t.spaceSays}</p>
          <OwnSpace />
        </li>
        <li>
          <h2>
            <Icon name="play" /> {t.sample}
          </h2>
          <p>{t.sampleSays}</p>
          <Sample />
        </li>
        <li>
          <h2>
            <Icon name="upload" /> {t.bring}
          </h2>
          <p>{t.bringSays}</p>
          <Link className="button secondary" to="/import" search={personal ? { folder: personal.id } : {}}>
            {t.file}
          </Link>
        </li>
      </ol>
      <h2>{t.learn}</h2>
      <ul className="keys">
        <li>
          <kbd>Ctrl K</kbd> {t.keys}
        </li>
        <li>
          <kbd>?</kbd> {t.help}
        </li>
        <li>
          <kbd>Ctrl Z</kbd> {t.undo}
        </li>
      </ul>
    </div>
  )
}

function OwnSpace() {
  const [title, setTitle] = useState('')
  const [error, setError] = useState<Error>()
  const [isSending, setSending] = useState(false)
  const navigate = useNavigate()
  const { createSpace } = usePlaceChanges()
  const send = async (event: FormEvent) => {
    event.preventDefault()
    setSending(true)
    try {
      const id = await createSpace(title.trim(), 'Public')
      if (id) await navigate(wayTo('place', id))
    } catch (fault) {
      setError(fault as Error)
      setSending(false)
    }
  }
  return (
    <form onSubmit={send}>
      <input aria-label={t.name} placeholder={t.name} value={title} onChange={({ target }) => setTitle(target.value)} />
      <button type="submit" disabled={isSending || title.trim() === ''}>
        {t.create}
      </button>
      <Fault error={error} />
    </form>
  )
}

function Sample() {
  const navigate = useNavigate()
  const { make, done, all, error } = useSample((spaceId) => void navigate(wayTo('place', spaceId)))
  return (
    <>
      <button type="button" className="secondary" disabled={done !== undefined} onClick={make}>
        {t.make}
      </button>
      <p role="status" className="quiet">
        {done !== undefined && t.making({ done, all })}
      </p>
      <Fault error={error} />
    </>
  )
}
