import type { AccessEntry, AccessRole, Contact } from '@taskwright/sdk'
import { useId, useState } from 'react'
import { ComboBox, Input, type Key, Label, ListBox, ListBoxItem } from 'react-aria-components'
import { nameOf, usePeople } from '../../data/people.ts'
import { collator } from '../../language/language.ts'
import { words } from '../../language/words.ts'
import { Icon } from '../icon.tsx'
import { Over } from '../over.tsx'
import '../menu.css'
import { idOf } from './place.ts'

const t = words('share-add', {
  label: 'Add people and groups',
  hint: 'Name or email address',
  role: 'What they may do',
  group: 'Group',
  none: 'Nobody of this name. The whole email address of somebody new invites them.',
  invite: ({ email }: { email: string }) => `Invite ${email}`,
})

interface AddPeopleProps {
  entries: readonly AccessEntry[]
  roles: readonly AccessRole[]
  onAdd: (who: { id: string; name: string } | { email: string }, roleId: string | undefined) => void
}

const inviteKey = 'invite'
const mostShown = 50

/** A field that finds people and groups by name or address, and takes the address of somebody new. */
export function AddPeople({ entries, roles, onAdd }: AddPeopleProps) {
  const [text, setText] = useState('')
  // Another field after each choice: emptied, the old one would open its list again.
  const [round, setRound] = useState(0)
  const [roleId, setRoleId] = useState<string>()
  const selectId = useId()
  const found = useFound(text, entries)
  const email = addressIn(text)
  const isKnown = found.some((contact) => addressesOf(contact).includes(email ?? ''))
  const items = [
    ...found.map((contact) => ({ id: contact.id, title: nameOf(contact), contact })),
    ...(email && !isKnown ? [{ id: inviteKey, title: t.invite({ email }), contact: undefined }] : []),
  ]
  const choose = (key: Key | null) => {
    const chosen = items.find(({ id }) => id === key)
    if (!chosen) return
    setText('')
    setRound(round + 1)
    const role = roles.find(({ id }) => id === roleId)?.id
    if (chosen.contact) onAdd({ id: chosen.id, name: chosen.title }, role)
    else if (email) onAdd({ email }, role)
  }
  return (
    <div className="share-add">
      <ComboBox
        key={round}
        autoFocus={round > 0}
        allowsEmptyCollection
        className="share-who"
        inputValue={text}
        onInputChange={setText}
        selectedKey={null}
        onSelectionChange={choose}
        items={items}
      >
        <Label>{t.label}</Label>
        <Input placeholder={t.hint} autoComplete="off" />
        <Over className="popover">
          <ListBox className="menu choices" renderEmptyState={() => <p className="quiet">{t.none}</p>}>
            {(item: (typeof items)[number]) => (
              <ListBoxItem id={item.id} textValue={item.title} className="menu-item">
                <Icon name={item.contact?.type === 'Group' ? 'group' : item.contact ? 'person' : 'add'} />
                <span>{item.title}</span>
                {item.contact && <span className="quiet">{noteOf(item.contact)}</span>}
              </ListBoxItem>
            )}
          </ListBox>
        </Over>
      </ComboBox>
      {roles.length > 0 && (
        <div>
          <label htmlFor={selectId}>{t.role}</label>
          <select id={selectId} value={roleId ?? roles[0]?.id} onChange={({ target }) => setRoleId(target.value)}>
            {roles.map(({ id, title }) => (
              <option key={id} value={id}>
                {title}
              </option>
            ))}
          </select>
        </div>
      )}
    </div>
  )
}

/** Who fits what is typed and is not named by a share here yet. */
function useFound(text: string, entries: readonly AccessEntry[]): Contact[] {
  const people = usePeople()
  const typed = text.trim().toLocaleLowerCase()
  if (typed === '') return []
  const shared = new Set(
    entries.filter(({ ways }) => ways.some((way) => !way.inherited && !way.groupId)).map((entry) => idOf(entry)),
  )
  const fits = (contact: Contact) =>
    [nameOf(contact), ...addressesOf(contact)].some((part) => part.toLocaleLowerCase().includes(typed))
  return [...people.values()]
    .filter((contact) => contact.type !== 'Asset' && !shared.has(contact.id) && fits(contact))
    .sort((one, other) => collator.compare(nameOf(one), nameOf(other)))
    .slice(0, mostShown)
}

const addressesOf = ({ profiles = [] }: Contact): string[] => profiles.flatMap(({ email }) => email ?? [])
const noteOf = (contact: Contact): string => (contact.type === 'Group' ? t.group : (addressesOf(contact)[0] ?? ''))

/** What is typed, if it can be the address of somebody. */
const addressIn = (text: string): string | undefined => /^[^\s@,;]+@[^\s@,;]+\.[^\s@,;]+$/.exec(text.trim())?.[0]
