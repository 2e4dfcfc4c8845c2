import { arrayOf, idText, model, optional } from '#contract/model.ts'
import { operation, readScopes } from '#contract/operation.ts'
import { ids, instantRange, optional as maybe } from '#contract/parameters.ts'
import { BudgetRateHistoryItem } from '../finance/contract.ts'

export const ContactHistory = model('ContactHistory', {
  id: idText('Contact'),
  billRateHistory: optional(arrayOf(BudgetRateHistoryItem)),
  costRateHistory: optional(arrayOf(BudgetRateHistoryItem)),
})

export const queryContactsHistory = operation({
  id: 'queryContactsHistory',
  method: 'GET',
  paths: ['/contacts/{contactIds}/contacts_history'],
  summary: 'Rates of users, over time',
  description: 'For account admins. `updatedDate` is a window of the changes. Only what `fields` names comes.',
  scopes: readScopes,
  feature: 'billing',
  kinds: { contactsHistory: ContactHistory },
  fields: ['billRate', 'costRate'],
  parameters: { contactIds: ids('Contact', { maxItems: 1000 }), updatedDate: maybe(instantRange()) },
})
