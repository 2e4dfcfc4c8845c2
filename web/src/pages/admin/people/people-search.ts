import type { Contact } from '@taskwright/sdk'
import { nameOf } from '../../../data/people.ts'
import { collator } from '../../../language/language.ts'
import { type UserType, userTypeOf, userTypes } from '../parts/user-types.ts'

export const personStates = ['active', 'off', 'removed'] as const
export type PersonState = (typeof personStates)[number]

/** What the list of people shows, as its address says it. */
export interface PeopleSearch {
  q?: string
  type?: UserType
  /** Who works here, unless it says otherwise. */
  state?: PersonState
}

export function readPeopleSearch({ q, type, state }: Record<string, unknown>): PeopleSearch {
  return {
    ...(typeof q === 'string' && q && { q }),
    ...(userTypes.includes(type as UserType) && { type: type as UserType }),
    ...(personStates.includes(state as PersonState) && state !== 'active' && { state: state as PersonState }),
  }
}

export const emailOf = (person: Contact): string => person.primaryEmail ?? person.profiles[0]?.email ?? ''

export const stateOf = ({ deleted, profiles }: Contact): PersonState =>
  deleted ? 'removed' : profiles[0]?.active ? 'active' : 'off'

/** Those whom a search means, by name: every word that was typed begins a part of the name or stands in the address. */
export function findPeople(people: readonly Contact[], { q = '', type, state = 'active' }: PeopleSearch): Contact[] {
  const typed = q.toLocaleLowerCase().split(/\s+/).filter(Boolean)
  return people
    .filter((person) => {
      if (stateOf(person) !== state || (type && userTypeOf(person) !== type)) return false
      const text = ` ${nameOf(person)} ${emailOf(person)}`.toLocaleLowerCase()
      return typed.every((word) => text.includes(` ${word}`) || emailOf(person).toLocaleLowerCase().includes(word))
    })
    .sort((one, other) => collator.compare(nameOf(one), nameOf(other)))
}
