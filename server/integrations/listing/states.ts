/** Where a listing stands. What everybody reads is apart from it: a listed text stays while a new one is worked on. */
export type ListingState = 'draft' | 'submitted' | 'returned' | 'listed' | 'unlisted'

/** What people of the application may do to its listing, then what the reviewer may. */
export type ListingAct = 'save' | 'submit' | 'withdraw' | 'remove' | 'approve' | 'sendBack' | 'unlist'

type Moves = Partial<Record<ListingState, ListingState>>

/** The one table of transitions: act → state before → state after. What is missing can't be done. */
const transitions: Record<ListingAct, Moves> = {
  save: { draft: 'draft', returned: 'returned', unlisted: 'unlisted', listed: 'draft' },
  submit: { draft: 'submitted', returned: 'submitted', unlisted: 'submitted' },
  withdraw: { submitted: 'draft' },
  remove: { draft: 'draft', submitted: 'submitted', returned: 'returned', listed: 'draft' },
  approve: { submitted: 'listed' },
  sendBack: { submitted: 'returned' },
  unlist: { draft: 'unlisted', submitted: 'unlisted', returned: 'unlisted', listed: 'unlisted' },
}

/** The state that an act leads to; undefined if it can't be done now. `remove` and `unlist` need a text that is listed. */
export function stateAfter(act: ListingAct, state: ListingState, isListed: boolean): ListingState | undefined {
  if ((act === 'remove' || act === 'unlist') && !isListed) return undefined
  return transitions[act][state]
}

/** Acts in words, for the history of a listing. */
export const actTexts: Record<ListingAct, string> = {
  save: 'edited',
  submit: 'submitted for review',
  withdraw: 'withdrawn from review',
  remove: 'taken out of the directory by its people',
  approve: 'approved and listed',
  sendBack: 'sent back',
  unlist: 'taken out of the directory by the reviewer',
}
