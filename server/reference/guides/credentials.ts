import type { Guide } from './guide.ts'

/** New secrets, lost secrets, stolen secrets. */
export const credentials: Guide = {
  name: 'credentials',
  title: 'Changing credentials',
  question: 'How do I change, replace or invalidate credentials?',
  says: 'In the console, by yourself, at once.',
  blocks: () => [
    'Everything is on the page Credentials of your application, in [Applications](/applications).',
    { heading: 'A new secret, without a gap' },
    'Make a new secret: it is shown once and sent to you by mail. The old one goes on working for a day, so that you can change your programs one after the other. Tokens are not touched.',
    { heading: 'A secret that others know' },
    'Make a new secret and tick that it got into wrong hands: all consents end too, and with them every token that came from them. People have to allow the application again.',
    { heading: 'A secret that is lost' },
    'It is stored as a hash and can’t be shown again. Make a new one.',
    { heading: 'Tokens' },
    {
      list: [
        'A permanent token is revoked on the page Tokens. To replace it without a gap, make the new one first.',
        'An access or refresh token is ended by `POST /oauth2/revoke`.',
        'All consents together end on the page Credentials; permanent tokens stay.',
        'A person ends their own in their [profile](/profile).',
      ],
    },
    'All of it holds at once, in every process of the server: the next call answers 401.',
    { heading: 'Name and redirect URIs' },
    'Change them on the page Settings; the client id stays. Deleting the application ends all its tokens and webhooks, and its client id is never used again.',
    { heading: 'When you can’t sign in' },
    'Reset your [password](/forgot). If that fails, ask the owner of the server: they can send a new secret by mail, hand the application over to somebody else in its account, or suspend it until all is clear. Each of that needs a reason, which you get by mail and find on the page History of the application.',
    { heading: 'Where to keep them' },
    'In the environment or a store for secrets, never in a repository, a page or an app that people install: such programs are registered as ones that can keep no secret, and use PKCE.',
  ],
}
