import { type Contact, queryContacts } from '@taskwright/sdk'
import { useRead } from './api.ts'
import { account } from './session.ts'

/** The person at hand, once they are read. */
export const useMe = (): Contact | undefined => useRead(queryContacts, { me: true }).data?.[0]

/** Whether the person may make spaces: members of the account may, externals and collaborators may not. */
export function useMakesSpaces(): boolean {
  const profile = useMe()?.profiles.find(({ accountId }) => accountId === account?.id)
  return profile !== undefined && profile.role === 'User' && !profile.external
}

/** Whether somebody administers this account. */
export const isAdmin = ({ profiles }: Contact): boolean =>
  profiles.some(({ accountId, admin, owner }) => accountId === account?.id && (admin || owner))
