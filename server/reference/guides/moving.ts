import type { Guide } from './guide.ts'

/** From v3 to v4, and from the vendor to here. */
export const moving: Guide = {
  name: 'moving',
  title: 'Moving',
  question: 'How do I move a program from v3 to v4, or from the vendor to this server?',
  says: 'To this server: change the host name. To v4: a few paths and habits.',
  blocks: ({ publicUrl, v3 }) => [
    { heading: 'From the vendor to this server' },
    {
      list: [
        `The host of the API: \`${new URL(publicUrl).host}\`. A program that takes \`host\` from the token answer finds it by itself.`,
        'The authorization page is at `/oauth2/authorize/v4`, the token endpoint at `/oauth2/token`, on the same host.',
        'Client id and secret: [register the application](/applications) here too. People have to allow it once.',
        'Ids are other ones: what your program has stored of the old account names nothing here.',
        'Webhooks have to be set up anew. Signatures are the same.',
      ],
    },
    'Paths, parameters, models, errors and scopes stay. Where this server is stricter or chose for itself, `docs/compatibility.md` in its repository says so.',
    { heading: 'From v3 to v4' },
    v3
      ? 'Both work side by side, so you can move call by call.'
      : 'The owner of this server has switched v3 off: move before you come here.',
    {
      list: [
        'A token of v4 belongs to one account, which the person chooses on the consent screen; one of v3 holds for all accounts of the person. Tokens are asked for at `/oauth2/authorize/v4` instead of `/oauth2/authorize`.',
        'Paths lose their account: `/accounts/{accountId}/tasks` becomes `/tasks`, `/accounts` becomes `/account`.',
        'Answers no longer put several accounts together: make a call for each token.',
        'What `fields` has to name differs here and there: the page of each operation lists it.',
        'The type of custom fields `Money` is called `Currency`.',
        'Spaces, custom item types, approvals, blueprints, bookings and much else are in v4 only.',
      ],
    },
    'Each page of v3 has a link to its operation of v4, and the other way round: begin at [v3](/developers/v3).',
  ],
}
