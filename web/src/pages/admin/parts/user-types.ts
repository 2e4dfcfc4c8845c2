import { type Contact, getAccountPlan } from '@taskwright/sdk'
import { useRead } from '../../../data/api.ts'
import { words } from '../../../language/words.ts'

/** What a person is in the account, as the API orders them. */
export const userTypes = ['owner', 'admin', 'regular', 'external', 'collaborator'] as const
export type UserType = (typeof userTypes)[number]

const t = words('user-types', {
  owner: 'Owner',
  admin: 'Admin',
  regular: 'Regular user',
  external: 'External user',
  collaborator: 'Collaborator',
  adminSays: 'works with everything and looks after the account',
  regularSays: 'works, creates spaces and invites people',
  externalSays: 'works with what is shared, sees only people with common items',
  collaboratorSays: 'reads, comments and changes statuses',
})

export const userTypeText = (type: UserType): string => t[type]

/** The types that a person can be given, with what each may do. */
export const givenTypes = [
  ['admin', () => t.adminSays],
  ['regular', () => t.regularSays],
  ['external', () => t.externalSays],
  ['collaborator', () => t.collaboratorSays],
] as const satisfies readonly (readonly [UserType, () => string])[]

/** What a contact is, by its profile. */
export function userTypeOf({ profiles }: Pick<Contact, 'profiles'>): UserType {
  const profile = profiles[0]
  if (profile?.owner) return 'owner'
  if (profile?.admin) return 'admin'
  if (profile?.role === 'Collaborator') return 'collaborator'
  return profile?.external ? 'external' : 'regular'
}

/** Ids of the types, which every plan knows; undefined while they are read. */
export function useUserTypeIds(): Readonly<Record<UserType, string>> | undefined {
  const seats = useRead(getAccountPlan, {}).data?.[0]?.seats
  if (!seats) return undefined
  return Object.fromEntries(userTypes.map((type, at) => [type, seats[at]?.userTypeId ?? ''])) as Record<
    UserType,
    string
  >
}
