import { sizeWords } from '../size-words.ts'
import type { Guide } from './guide.ts'

/** How much, how often, how large. */
export const limits: Guide = {
  name: 'limits',
  title: 'Limits',
  question: 'How often may I call, and how much fits into a call?',
  says: 'Every answer says where you stand; 429 and 503 say how long to wait.',
  blocks: ({ rateLimitPerMinute, maxUpload }) => [
    { heading: 'Requests' },
    rateLimitPerMinute === 0
      ? 'On this server there is no limit of requests.'
      : `On this server a user has ${rateLimitPerMinute} requests a minute with each application, and an address 5,000 with all. The owner of the server can give an application another limit. Every request counts one, a refused one too.`,
    'Every answer has two headers: `RateLimit` with what is left (`r`) and the seconds until it is full again (`t`), and `RateLimit-Policy` with the whole.',
    {
      what: 'the headers',
      code: `RateLimit: "default";r=97;t=42\nRateLimit-Policy: "default";q=${rateLimitPerMinute || 100};w=60`,
    },
    {
      list: [
        '`429 rate_limit_exceeded`: wait as many seconds as `Retry-After` says, then go on.',
        '`503 server_error`: the server is busy or its database is away. Nothing was written; wait as `Retry-After` says and try again.',
        '`500`, or no answer at all: a write may have been done. Send it with a header `Idempotency-Key` (any text of your own, best a UUID), and you can send it again: the same key and request are carried out once, and answered alike for 24 hours (`Idempotency-Replayed: true`). 409 says that it is under way, 422 that the key was used for another request.',
        'If it happens again, double the wait each time, up to a few minutes, and add something random, so that many programs do not come back at once.',
      ],
    },
    { heading: 'Fewer calls' },
    {
      list: [
        'Ask for many things at once: reads take up to 1,000 ids in the path, separated by commas, in v4 and 100 in v3.',
        'Ask for what you need with `fields` instead of reading each thing by itself.',
        'Take what has changed: lists have filters like `updatedDate`.',
        'Let [webhooks](/developers/guides/webhooks) tell you, or read [what has changed](/developers/v4/queryChanges).',
        'Make many tasks with [createBatch](/developers/v4/createBatch).',
      ],
    },
    { heading: 'Pages' },
    'Send `pageSize` (where an operation has it; up to 1,000 in most). If there is more, the answer has `nextPageToken`: send it for the next page, within two hours, with the same token of the same user. Without filters beside it, those of the first page hold. New entries shift no page.',
    { heading: 'Sizes' },
    {
      list: [
        'A body of JSON or a form: 5 MB.',
        `A file: ${sizeWords(maxUpload)}.`,
        'An address with its query: 32 KB.',
        'A list in a parameter: 15,000 values, if its page says nothing less.',
        'Texts and numbers: as the page of each operation says.',
        'Webhooks: 100 for a user and an application, 1,000 in an account.',
      ],
    },
  ],
}
