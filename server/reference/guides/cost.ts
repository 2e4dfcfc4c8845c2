import type { Guide } from './guide.ts'

/** Nothing. */
export const cost: Guide = {
  name: 'cost',
  title: 'What it costs',
  question: 'What does it cost?',
  says: 'Nothing: the API is part of the server, and the server is free software.',
  blocks: () => [
    'Taskwright is under the MIT licence. Whoever runs this server owns it; there is nobody else to pay, for the API neither. Programs that use the API may be sold, given away, or kept to yourself.',
    { heading: 'Then why are there plans?' },
    'Accounts of the original have plans, and a program meets customers on each of them. So that it can be tried against each, an account has a plan here too, and what a plan lacks is refused in the same way: `403 not_allowed`. Accounts start on the highest. The owner of the server changes the plan with one command and without a price:',
    { what: 'the command', code: 'npm run --silent taskwright -- account plan --id ACCOUNT --plan Business' },
    'What each plan has is [in the list of plans](/developers/plans).',
    { heading: 'Is there a limit instead?' },
    'Only those that keep one program from taking the server away from all others: see [limits](/developers/guides/limits).',
  ],
}
