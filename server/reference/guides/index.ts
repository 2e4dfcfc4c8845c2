import { type Html, html } from '#design/html.ts'
import { addresses } from '../addresses.ts'
import type { ReferencePage } from '../frame.ts'
import { background } from './background.ts'
import { cost } from './cost.ts'
import { credentials } from './credentials.ts'
import { data } from './data.ts'
import { examples } from './examples.ts'
import type { Guide } from './guide.ts'
import { help } from './help.ts'
import { limits } from './limits.ts'
import { moving } from './moving.ts'
import { oauth } from './oauth.ts'
import { stability } from './stability.ts'
import { start } from './start.ts'
import { webhooks } from './webhooks.ts'

/** All guides, in the order in which questions come up. */
export const guides: readonly Guide[] = [
  start,
  cost,
  data,
  oauth,
  background,
  credentials,
  limits,
  stability,
  examples,
  webhooks,
  help,
  moving,
]

/** The guides with their questions. */
export const guideList = (): Html =>
  html`<dl class="resources">${guides.map(
    ({ name, title, question }) =>
      html`<div><dt><a href="${addresses.guide(name)}">${title}</a></dt><dd>${question}</dd></div>`,
  )}</dl>`

/** The list of guides. */
export function guidesPage(): ReferencePage {
  return {
    title: 'Guides',
    description: 'Short answers to what developers ask first.',
    trail: [],
    place: { address: addresses.guides },
    body: html`<h1>Guides</h1><p class="lead">Short answers to what developers ask first.</p>
${guideList()}`,
  }
}
