import { type Contact, deleteUser, getUserWork, modifyUser } from '@taskwright/sdk'
import { useState } from 'react'
import { useChange, useRead } from '../../../data/api.ts'
import { tell } from '../../../data/notices.ts'
import { nameOf, usePeople } from '../../../data/people.ts'
import { words } from '../../../language/words.ts'
import { Dialog } from '../../../parts/dialog.tsx'
import { Fault } from '../../../parts/fault.tsx'
import { whenDone } from '../parts/when-done.ts'
import { HeirField } from './heir-field.tsx'
import { showsPeople } from './use-user-change.ts'
import { WorkFacts } from './work-facts.tsx'

const t = words('remove-dialog', {
  title: ({ name }: { name: string }) => `Remove ${name}?`,
  says: 'Access ends at once, in all groups and everywhere. What was written stays. This cannot be undone; another invitation brings the person back, without what was shared.',
  needed: 'Nobody else reaches some of it: somebody has to take over.',
  remove: 'Remove',
  off: 'Only switch off',
  offSays: 'Switched off, the person cannot sign in and keeps groups and shares. That can be undone.',
  removed: ({ name }: { name: string }) => `${name} is removed.`,
  handed: ({ name, heir }: { name: string; heir: string }) => `${name} is removed; ${heir} took over.`,
  switched: ({ name }: { name: string }) => `${name} is switched off.`,
  reading: 'Counting what the person has …',
})

/** Asks who takes the place of somebody who goes, and tells what that is. */
export function RemoveDialog({ person, onClose }: { person: Contact; onClose: () => void }) {
  const [heir, setHeir] = useState<string>()
  const people = usePeople()
  const work = useRead(getUserWork, { userId: person.id })
  const remove = useChange(deleteUser, showsPeople)
  const switchOff = useChange(modifyUser, showsPeople)
  const name = nameOf(person)
  const found = work.data?.[0]
  const isNeeded = (found?.reachedByNobodyElse ?? 0) > 0
  const handOverTo = heir === undefined ? {} : { handOverTo: heir }
  const finish = (told: string) => {
    tell(told)
    onClose()
  }
  const heirName = heir === undefined ? '' : nameOf(people.get(heir) ?? { firstName: '', lastName: '' })
  const isBusy = remove.isPending || switchOff.isPending
  return (
    <Dialog title={t.title({ name })} onClose={onClose}>
      <p>{t.says}</p>
      {found ? <WorkFacts work={found} /> : <p className="quiet">{t.reading}</p>}
      <HeirField leaving={person} heir={heir} onChoose={setHeir} isRequired={isNeeded} />
      {isNeeded && heir === undefined && <p className="notice warn">{t.needed}</p>}
      <Fault error={work.error} />
      <p className="quiet">{t.offSays}</p>
      <div className="actions">
        <button
          type="button"
          className="harm"
          disabled={!found || isBusy || (isNeeded && heir === undefined)}
          onClick={() =>
            whenDone(remove.mutateAsync({ userId: person.id, ...handOverTo }), () =>
              finish(heir ? t.handed({ name, heir: heirName }) : t.removed({ name })),
            )
          }
        >
          {t.remove}
        </button>
        <button
          type="button"
          className="secondary"
          disabled={isBusy}
          onClick={() =>
            whenDone(switchOff.mutateAsync({ userId: person.id, active: false, ...handOverTo }), () =>
              finish(t.switched({ name })),
            )
          }
        >
          {t.off}
        </button>
      </div>
    </Dialog>
  )
}
