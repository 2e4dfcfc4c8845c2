import type { Handler } from '#contract/handler.ts'
import { contactsByIds } from './access.ts'
import type * as contract from './contract.ts'

/** Reads contacts by id, in the order of the request; filters leave out what does not fit. */
export const getContactsByIds: Handler<typeof contract.getContactsByIds> = async ({ caller, input, fields }) => {
  const { key, value } = input.metadata ?? {}
  const contacts = await contactsByIds(
    caller,
    input.contactIds,
    new Set([...fields, ...(key === undefined ? [] : ['metadata'])]),
  )
  const fits = contacts.filter(
    (contact) =>
      (!input.types || input.types.includes(contact.type)) &&
      (key === undefined ||
        contact.metadata?.some((entry) => entry.key === key && (value === undefined || entry.value === value))),
  )
  return {
    data: fits.map(({ metadata, ...contact }) =>
      fields.has('metadata') && metadata ? { ...contact, metadata } : contact,
    ),
  }
}
