import { type Contact, queryContacts } from '@taskwright/sdk'
import { useMemo } from 'react'
import { useRead } from './api.ts'

/** Everybody of the account whom the person may know, by id. */
export function usePeople(): ReadonlyMap<string, Contact> {
  const contacts = useRead(queryContacts, { deleted: false })
  return useMemo(() => new Map((contacts.data ?? []).map((contact) => [contact.id, contact])), [contacts.data])
}

export const nameOf = ({ firstName, lastName }: Pick<Contact, 'firstName' | 'lastName'>): string =>
  `${firstName} ${lastName}`.trim()
