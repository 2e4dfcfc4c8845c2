import type { Guide } from './guide.ts'

/** The first call. */
export const start: Guide = {
  name: 'start',
  title: 'The first call',
  question: 'How do I start?',
  says: 'Register an application, make a token, call: five minutes.',
  blocks: ({ publicUrl, signUp }) => [
    { heading: 'An account' },
    signUp === 'open'
      ? 'Create one [here](/register), or let an admin of an account invite you. Your own account is the best place to try things: you are its owner, and nobody else sees it.'
      : 'On this server accounts are made by its owner, or an admin of an account invites you. Then [sign in](/sign-in).',
    { heading: 'An application' },
    'Every program has an application: a name that people see, a client id, and a secret. Register yours in [Applications](/applications). The credentials are shown once and sent to you by mail.',
    { heading: 'A token' },
    'For a first try, make a permanent token on the page Tokens of your application. It works as you, without a consent screen, until you revoke it. Programs for other people use [OAuth](/developers/guides/oauth) instead.',
    { heading: 'The call' },
    'Who am I?',
    { what: 'the call', code: `curl -H 'Authorization: bearer TOKEN' '${publicUrl}/api/v4/contacts?me=true'` },
    'Every answer has the same form: what it is, and a list.',
    { what: 'the answer', code: '{"kind": "contacts", "data": [{"id": "…", "firstName": "…", "me": true, …}]}' },
    'The folders you see, then a task in one of them:',
    {
      what: 'the calls',
      code: `curl -H 'Authorization: bearer TOKEN' '${publicUrl}/api/v4/folders'

curl -H 'Authorization: bearer TOKEN' -H 'Content-Type: application/json' \\
  -d '{"title": "Water the plants"}' '${publicUrl}/api/v4/folders/FOLDER/tasks'`,
    },
    { heading: 'And then' },
    {
      list: [
        'The [reference](/developers/v4) has every operation.',
        'Parameters travel in the query, as a form, or as JSON. A name that the operation does not know is refused, so that a typing error does not go unseen.',
        "Ids are texts: keep them as they are. Dates are `yyyy-MM-dd`, moments `yyyy-MM-dd'T'HH:mm:ss'Z'` in UTC.",
        'Long lists come in pages: see [limits](/developers/guides/limits).',
        'When a call is refused, look at the header `X-Error-Hint`: it says what would have been right. [All errors](/developers/errors).',
      ],
    },
  ],
}
