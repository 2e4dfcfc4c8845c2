import { queryContacts } from '@taskwright/sdk'
import { useRead } from '../../../../data/api.ts'

/** The person, and whether they are an admin: then they change the time of others too. */
export function useMe(): { id: string; isAdmin: boolean } | undefined {
  const me = useRead(queryContacts, { me: true }).data?.[0]
  return me && { id: me.id, isAdmin: me.profiles.some(({ admin, owner }) => admin || owner) }
}
