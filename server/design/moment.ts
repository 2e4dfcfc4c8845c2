import { type Html, html } from './html.ts'

const format = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeStyle: 'short', timeZone: 'UTC' })

/** A moment for people, with the exact one for programs. */
export function moment(at: Date): Html {
  return html`<time datetime="${at.toISOString()}">${format.format(at)} UTC</time>`
}
