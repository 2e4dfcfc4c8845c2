import type { Guide } from './guide.ts'

/** Code to begin from. */
export const examples: Guide = {
  name: 'examples',
  title: 'Examples and tools',
  question: 'Is there code to begin from?',
  says: 'curl for a try, a whole program in the repository, and documents that tools read.',
  blocks: ({ publicUrl }) => [
    { heading: 'With curl' },
    'My open tasks, the soonest first:',
    {
      what: 'the call',
      code: `curl -G -H 'Authorization: bearer TOKEN' '${publicUrl}/api/v4/tasks' \\
  -d status=Active -d sortField=DueDate -d sortOrder=Asc -d 'responsibles=["MY_CONTACT_ID"]'`,
    },
    'A comment:',
    {
      what: 'the call',
      code: `curl -H 'Authorization: bearer TOKEN' -d 'text=Done!' -d plainText=true \\
  '${publicUrl}/api/v4/tasks/TASK/comments'`,
    },
    'A file, as its bytes and not as a form:',
    {
      what: 'the call',
      code: `curl -H 'Authorization: bearer TOKEN' -H 'X-File-Name: plan.pdf' -H 'Content-Type: application/octet-stream' \\
  --data-binary @plan.pdf '${publicUrl}/api/v4/tasks/TASK/attachments'`,
    },
    { heading: 'In the repository' },
    {
      list: [
        '`examples/import-tracker`: brings the items of an issue tracker in. OAuth with PKCE, few calls, kind to the limits, safe to run again.',
        '`sdk`: a client in TypeScript, whose operations and models follow from the contract.',
      ],
    },
    { heading: 'For tools' },
    {
      list: [
        'OpenAPI 3.1, for generators and editors: [of v4](/developers/v4/openapi.json), [of v3](/developers/v3/openapi.json).',
        'Collections for Postman, and others that read its format: [of v4](/developers/v4/postman.json), [of v3](/developers/v3/postman.json).',
        'For language models: [/llms.txt](/llms.txt), [everything as one text](/developers/llms-full.txt), and every page of an operation, a model or a guide with `.md` at its end.',
        'Programs that were written for the Wrike API: change the host name. See [moving](/developers/guides/moving).',
      ],
    },
  ],
}
