import type { Guide } from './guide.ts'

/** New secrets, lost secrets, stolen secrets. */
export const credentials: Guide = {
  name: 'credentials',
  title: 'Changing credentials',
  question: 'How do I change, replace or invalidate credentials?',
  says: 'In the console, by yourself, at once.',
  blocks: () => [
    'Everything is on the page Credentials of your application, in [Applications](/applications). All who look after the application hear of it by mail.',
    { heading: 'A new secret, without a gap' },
    'Make a new secret: it is shown once and sent to you by mail. You choose how long the old one goes on working: not at all, an hour, a day or a week, so that you can change your programs one after the other. When all are changed, end the old one at once. Tokens are not touched.',
    { heading: 'Credentials that others know' },
    'Invalidate everything: secrets, all that people have allowed, and all tokens end, permanent ones too. You get a new secret, and people have to allow the application again.',
    { heading: 'A secret that is lost' },
    'It is stored as a hash and can’t be shown again. Make a new one.',
    { heading: 'Tokens' },
    {
      list: [
        'A permanent token is revoked on the page Tokens. To replace it without a gap, make the new one first.',
        'An access or refresh token is ended by `POST /oauth2/revoke`.',
        'What people have allowed is listed on the same page: one consent can be ended, or all; permanent tokens stay then.',
        'A person ends what they allowed in their [profile](/profile).',
      ],
    },
    'All of it holds at once, in every process of the server: the next call answers 401.',
    { heading: 'When you can’t sign in' },
    'Reset your [password](/forgot). If that fails, ask somebody else who looks after the application (its page People lists them), or the owner of the server: they can send a new secret by mail, hand the application over to somebody else in its account, or suspend it until all is clear. Each of that needs a reason, which you get by mail and find on the page History of the application.',
    { heading: 'Name and redirect URIs' },
    'Change them on the page Settings; the client id stays. Deleting the application ends all its tokens and webhooks, and its client id is never used again.',
    { heading: 'Where to keep them' },
    'In the environment or a store for secrets, never in a repository, a page or an app that people install: such programs are registered as ones that can keep no secret, and use PKCE.',
  ],
}
