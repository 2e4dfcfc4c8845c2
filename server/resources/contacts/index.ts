import { bind } from '#contract/bind.ts'
import * as contract from './contract.ts'
import { getContactsByIds } from './get-contacts-by-ids.ts'
import { modifyContact } from './modify-contact.ts'
import { queryContacts } from './query-contacts.ts'
import { queryContactsHistory } from './query-contacts-history.ts'

export const contacts = bind(contract, { queryContacts, getContactsByIds, queryContactsHistory, modifyContact })
