import type { Contact } from '@taskwright/sdk'
import { nameOf } from '../data/people.ts'
import { hueOf } from './hue-of.ts'
import './person.css'

/** A person as a small picture with initials; the name is for screen readers, unless it stands beside, and shown by the pointer. */
export function Avatar({ person, isNamed = true }: { person: Contact; isNamed?: boolean }) {
  const name = nameOf(person)
  const initials = [person.firstName, person.lastName].map((part) => part.slice(0, 1)).join('')
  return (
    <span className="avatar" title={name} style={{ '--hue': hueOf(person.id) }}>
      <span aria-hidden="true">{initials || '·'}</span>
      {isNamed && <span className="unseen">{name}</span>}
    </span>
  )
}

/** Several people, overlapping; beyond `most` a number stands for the rest. */
export function Avatars({ people, most = 3 }: { people: readonly Contact[]; most?: number }) {
  const rest = people.slice(most)
  return (
    <span className="avatars">
      {people.slice(0, most).map((person) => (
        <Avatar key={person.id} person={person} />
      ))}
      {rest.length > 0 && (
        <span className="avatar more" title={rest.map(nameOf).join(', ')}>
          +{rest.length}
        </span>
      )}
    </span>
  )
}
