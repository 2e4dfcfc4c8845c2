import type { Guide } from './guide.ts'

/** Being told what happens. */
export const webhooks: Guide = {
  name: 'webhooks',
  title: 'Webhooks and integrations',
  question: 'How do I hear of changes, and connect to other tools?',
  says: 'A webhook posts what happens to an address of yours, signed, in order, at least once.',
  blocks: ({ publicUrl, webhookRetryDelaysMs, webhookDescriptionDelayMs }) => [
    { heading: 'Setting one up' },
    {
      what: 'the call',
      code: `curl -H 'Authorization: bearer TOKEN' -d hookUrl=https://you.example/hook -d secret=SECRET \\
  -d 'events=["TaskCreated","TaskStatusChanged"]' '${publicUrl}/api/v4/webhooks'`,
    },
    '[createWebhook](/developers/v4/createWebhook) takes a folder or a space in its path too, and [these events](/developers/events). A webhook belongs to its user and application, and is told of what that user can see. The address has to be public, on port 80 or 443; for tests the owner of the server can permit others (`OUTBOUND_ALLOW`).',
    { heading: 'The handshake' },
    'With a secret, your receiver is asked first: a POST with the body `{"requestType":"WebHook secret verification"}` and the header `X-Hook-Secret`, a random text. Answer 200 within ten seconds, with the header `X-Hook-Secret` holding the HMAC-SHA256 of that text, keyed with your secret, as lower-case hex. Refuse a text that is longer than 100 characters or not letters and digits: you would be signing for others.',
    { heading: 'A delivery' },
    {
      what: 'a delivery',
      code: `POST /hook
X-Hook-Signature: 5d0c…
Idempotency-Key: 0b0f…

[{"webhookId": "…", "eventType": "TaskStatusChanged", "eventAuthorId": "…",
  "lastUpdatedDate": "2026-11-25T10:00:00Z", "taskId": "…", "oldStatus": "Active", "status": "Completed", …}]`,
    },
    {
      list: [
        'Check `X-Hook-Signature`: the HMAC-SHA256 of the raw bytes of the body, keyed with your secret, as lower-case hex. Compare in constant time. The headers of Standard Webhooks (`webhook-id`, `webhook-timestamp`, `webhook-signature`) come too, and sign the time.',
        'The body is always a list: several events may come together.',
        'Answer 2xx quickly and work afterwards: after ten seconds it counts as no answer.',
        'The same delivery may come twice. It then has the same `Idempotency-Key`.',
        'Take an event as a hint and read the thing again: it may have changed since.',
        `Changes of a description are told together, ${Math.round(webhookDescriptionDelayMs / 60_000)} minutes after the first.`,
      ],
    },
    { heading: 'When it fails' },
    `No answer, 5xx, a redirect, 408 and 429 are tried again ${webhookRetryDelaysMs.length} times, after about ${listed(webhookRetryDelaysMs.map((ms) => `${ms / 1000}`))} seconds, or as \`Retry-After\` says (up to five minutes). Any other 4xx is a refusal: don’t answer 401 or 404 for passing faults. When attempts are used up, or after a refusal, the webhook is suspended and its owner gets a mail. What happens meanwhile is not told later: bring it back with [updateWebhook](/developers/v4/updateWebhook) and read what changed by \`updatedDate\`.`,
    { heading: 'Integrations' },
    'What others offer on this server is in [Integrations](/integrations). To have your application there, fill in its page Listing; the owner of the server looks at it first. Whatever speaks to the Wrike API and lets you set the host name can work here too. For all else a small program between a webhook and the other tool is enough; [examples](/developers/guides/examples) has code to begin from.',
  ],
}

const listed = (words: readonly string[]): string =>
  words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`
