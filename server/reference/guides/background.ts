import type { Guide } from './guide.ts'

/** Programs that nobody sits in front of. */
export const background: Guide = {
  name: 'background',
  title: 'Programs without a person',
  question: 'How does a program run where nobody can click Allow?',
  says: 'With a permanent token, or with a consent that was given once and is refreshed for ever.',
  blocks: ({ publicUrl }) => [
    { heading: 'Whom it acts for' },
    'A token always acts for a person. For a program that serves a team, invite a user of its own into the account (its name then stands beside what it does) and share with it the folders it needs: what is not shared with it, it can’t see or break.',
    { heading: 'A permanent token' },
    'The simplest. Sign in as that user, open your application in [Applications](/applications), and make a token on its page Tokens: with a name, only the scopes it needs, and a last day if you like. There is nothing to refresh. It can be revoked there at any time, and `dataExportFull` is the one scope it can’t have.',
    { what: 'the call', code: `curl -H 'Authorization: bearer TOKEN' '${publicUrl}/api/v4/tasks?pageSize=100'` },
    { heading: 'A consent that was given once' },
    'For programs that other people install, or that need `dataExportFull`. Somebody opens the link of [OAuth](/developers/guides/oauth) once and allows; the program exchanges the code and lives on refresh tokens from then on. If the program has no page to come back to, register `http://localhost` as its redirect URI: the page will not open, but its address has the code, to be copied. Or use the device flow, which needs no copying.',
    {
      list: [
        'Store the new refresh token of each answer, safely, before anything else.',
        'Let one process refresh; the others read what it stored.',
        'When a refresh answers `invalid_grant`, the consent has ended: tell a person, and don’t try again.',
        'Answers of 429 and 5xx are passing: wait and try again. See [limits](/developers/guides/limits).',
      ],
    },
    { heading: 'Hearing of changes' },
    'Rather than asking every minute, let a [webhook](/developers/guides/webhooks) tell you.',
  ],
}
