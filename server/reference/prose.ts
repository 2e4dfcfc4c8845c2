import { type Html, html } from '#design/html.ts'

/** Text of a contract: what stands in backticks is code. */
export const prose = (text: string): Html =>
  html`${text.split('`').map((part, at) => (at % 2 === 1 ? html`<code>${part}</code>` : part))}`
