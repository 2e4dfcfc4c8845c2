import type { Guide } from './guide.ts'

/** Where to look when something goes wrong. */
export const help: Guide = {
  name: 'help',
  title: 'When something goes wrong',
  question: 'Where do I get help?',
  says: 'Most answers are in the answer itself; for the rest there is the owner of the server.',
  blocks: () => [
    { heading: 'Look here first' },
    {
      list: [
        'The status and `error` of the answer: [what each means and what to do](/developers/errors).',
        'The header `X-Error-Hint`: what would have been right. curl shows it with `-i`.',
        'The page of the operation: types, limits, scopes, plan.',
        'The page Requests of [your application](/applications): every request of the last seven days with its status and time, as it comes in, and how much of the rate limit is used. Other pages of it say when each token was last used, and who changed what.',
        'For webhooks: the status from [getWebhooks](/developers/v4/getWebhooks), and the mail that says why one was suspended.',
      ],
    },
    { heading: 'Often' },
    {
      list: [
        '401: the token has ended, or the header is not `Authorization: bearer TOKEN`. Refresh, or see [OAuth](/developers/guides/oauth).',
        '403 `not_allowed`: a scope, the plan, the type of user, the state of the thing, or a suspended application. The text says which.',
        '403 `access_forbidden`: share the folder with the user of the token.',
        '404: another account, or a typing error. A thing of another account looks like nothing.',
        '400 with a name you are sure of: names and values are compared letter by letter, upper and lower case too.',
        'A redirect URI that is refused: it has to be equal to a registered one, with the slash at the end and the port.',
      ],
    },
    { heading: 'Then' },
    'Ask the owner of this server, and give them the header `X-Request-Id` of the answer: it finds the request in the log of the server. A fault of the server itself belongs into the issues of its repository: with the call, the answer, and what you expected. Never send a token or a secret along.',
  ],
}
