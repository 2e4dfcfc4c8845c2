import { useQueryClient } from '@tanstack/react-query'
import {
  type Contact,
  getAccountPlan,
  getContactsByIds,
  getUserWork,
  type ModifyUserInput,
  modifyUser,
  queryContacts,
  queryGroups,
} from '@taskwright/sdk'
import { useChange } from '../../../data/api.ts'
import { tell } from '../../../data/notices.ts'
import { patchRows } from '../../../data/patch.ts'
import { nameOf } from '../../../data/people.ts'
import { words } from '../../../language/words.ts'
import { type UserType, userTypeOf, userTypeText, useUserTypeIds } from '../parts/user-types.ts'
import { whenDone } from '../parts/when-done.ts'

const t = words('user-change', {
  undo: 'Undo',
  on: ({ name }: { name: string }) => `${name} may sign in again.`,
  off: ({ name }: { name: string }) => `${name} is switched off and signed out everywhere.`,
  type: ({ name, type }: { name: string; type: string }) => `${name} is now: ${type}.`,
})

/** What shows people, and is read again when one has changed. */
export const showsPeople = [queryContacts, getContactsByIds, queryGroups, getAccountPlan, getUserWork]

/** Switches people on and off and changes what they are; each can be undone. */
export function useUserChange() {
  const memory = useQueryClient()
  const typeIds = useUserTypeIds()
  const change = useChange(modifyUser, showsPeople, {
    show: ({ userId, active, userTypeId }) =>
      patchRows<Contact>(memory, [userId], (person) => ({
        ...person,
        profiles: person.profiles?.map((profile) => ({
          ...profile,
          ...(active !== undefined && { active }),
          ...(userTypeId !== undefined && { ...marksOf(typeWith(typeIds, userTypeId)) }),
        })),
      })),
  })
  const run = (input: ModifyUserInput, back: ModifyUserInput, told: string) =>
    whenDone(change.mutateAsync(input), () =>
      tell(told, { action: { label: t.undo, run: () => whenDone(change.mutateAsync(back)) } }),
    )
  return {
    setActive: (person: Contact, active: boolean) => {
      const name = nameOf(person)
      const userId = person.id
      run({ userId, active }, { userId, active: !active }, active ? t.on({ name }) : t.off({ name }))
    },
    setType: (person: Contact, type: UserType) => {
      const before = typeIds?.[userTypeOf(person)]
      if (!typeIds || !before) return
      const told = t.type({ name: nameOf(person), type: userTypeText(type) })
      run({ userId: person.id, userTypeId: typeIds[type] }, { userId: person.id, userTypeId: before }, told)
    },
  }
}

const typeWith = (typeIds: Readonly<Record<UserType, string>> | undefined, id: string): UserType =>
  (Object.keys(typeIds ?? {}) as UserType[]).find((type) => typeIds?.[type] === id) ?? 'regular'

const marksOf = (type: UserType) => ({
  role: type === 'collaborator' ? ('Collaborator' as const) : ('User' as const),
  external: type === 'external',
  admin: type === 'admin',
})
