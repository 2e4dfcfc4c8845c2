import type { Guide } from './guide.ts'

/** What changes and what does not. */
export const stability: Guide = {
  name: 'stability',
  title: 'Stability and changes',
  question: 'Will my program still work next year?',
  says: 'What is in the reference stays; what has to go is announced at least 14 days before.',
  blocks: ({ v3 }) => [
    { heading: 'Versions' },
    {
      list: [
        '[v4](/developers/v4) is the API of today.',
        v3
          ? '[v3](/developers/v3), the API as it was in 2018, is served beside it. It is v4 told in the words of v3: nothing new comes to it.'
          : '[v3](/developers/v3), the API as it was in 2018, can be served beside it, but the owner of this server has switched it off.',
      ],
    },
    { heading: 'What may come without notice' },
    'New operations, new optional parameters, new members in answers, new values of lists that answers use, new types of events, and texts of errors. So: ignore members you don’t know, have a way for values you don’t know, compare `error` and never `errorDescription`.',
    { heading: 'What is announced before' },
    'Everything that could break a program: an operation, a parameter or a member that goes, a type or a meaning that changes, something that becomes required. It is declared in the contract first, and from there you hear of it:',
    {
      list: [
        'a note on the page of the operation, the parameter or the member, and in OpenAPI: since when, until when, what to use instead;',
        'the headers `Deprecation` and `Sunset` of every answer to a call that uses it;',
        'the list of [changes](/developers/changelog), with an [Atom feed](/developers/changelog.atom);',
        'a mail to those whose applications used it in the last 90 days, at least 14 days before it ends. A release that would take it away sooner is refused.',
      ],
    },
    { heading: 'What we keep to' },
    'The aim is that programs for the Wrike API work here unchanged. Where the original’s behaviour is known it is ours too; where it is not, `docs/compatibility.md` in the repository says what was chosen. Operations that only this server has are marked as additions on their pages.',
    { heading: 'Updating the server' },
    'The owner of the server decides when. [getVersion](/developers/v4/getVersion) tells which API answers, [changes](/developers/changelog) what each release brought to the API, and `CHANGELOG.md` in the repository all the rest. What is sent to you by mail you choose in your [profile](/profile).',
  ],
}
