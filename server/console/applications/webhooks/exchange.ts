import { codeBlock } from '#design/components.ts'
import { type Html, html } from '#design/html.ts'
import type { Answer } from '#webhooks/settle.ts'

/** What a receiver answered last. */
export const answered = ({ status, text }: Answer): Html =>
  html`<h3>Answer</h3>
<p>${status === null ? 'No answer' : html`Status <strong>${status}</strong>${text === '' && ', without a text'}`}</p>
${text !== '' && codeBlock(text, 'the answer')}`

/** What is sent to a receiver, laid out for reading; the request itself has no line breaks. */
export const payload = (events: readonly object[]): Html =>
  html`<h3>Payload</h3>
${codeBlock(JSON.stringify(events, null, 2), 'the payload')}`
