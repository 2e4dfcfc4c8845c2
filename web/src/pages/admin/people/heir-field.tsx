import type { Contact } from '@taskwright/sdk'
import { nameOf, usePeople } from '../../../data/people.ts'
import { words } from '../../../language/words.ts'
import { Avatar } from '../../../parts/person.tsx'
import { byTitle, Picker } from '../../../parts/picker.tsx'
import { emailOf } from './people-search.ts'

const t = words('heir-field', {
  label: 'Who takes over',
  nobody: 'Nobody: tasks stay without that person',
  choose: 'Choose somebody',
  says: 'Unfinished tasks, projects, request forms and what was shared.',
})

interface HeirFieldProps {
  leaving: Contact
  heir: string | undefined
  onChoose: (id: string | undefined) => void
  isRequired: boolean
}

const nobody = '(nobody)'

/** Somebody who takes the place of a person; or nobody, where that may be. */
export function HeirField({ leaving, heir, onChoose, isRequired }: HeirFieldProps) {
  const people = usePeople()
  const items = [...people.values()]
    .filter(({ id, type, profiles }) => type === 'Person' && id !== leaving.id && profiles[0]?.active)
    .map((person) => ({
      id: person.id,
      title: nameOf(person),
      mark: <Avatar person={person} />,
      note: emailOf(person),
    }))
    .sort(byTitle)
  const chosen = heir === undefined ? undefined : people.get(heir)
  const shown = chosen ? nameOf(chosen) : isRequired ? t.choose : t.nobody
  return (
    <div className="field">
      <span className="label">{t.label}</span>
      <p className="hint">{t.says}</p>
      <Picker
        label={t.label}
        name={`${t.label}: ${shown}`}
        items={isRequired ? items : [{ id: nobody, title: t.nobody }, ...items]}
        chosen={[heir ?? nobody]}
        onChoose={([id]) => onChoose(id === undefined || id === nobody ? undefined : id)}
      >
        {chosen && <Avatar person={chosen} />}
        {shown}
      </Picker>
    </div>
  )
}
