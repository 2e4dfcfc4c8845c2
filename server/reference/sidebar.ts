import { type Html, html } from '#design/html.ts'
import type { ResourceName } from '#resources/index.ts'
import { addresses } from './addresses.ts'
import { type Api, v3, v4 } from './apis.ts'
import { type Chapter, chapters, resourcesTold } from './chapters.ts'
import { guides } from './guides/index.ts'

/** Where a page is: whose resources the sidebar lists, which of them is open, and the address of the page. */
export interface Place {
  api?: Api
  resource?: ResourceName
  address?: string
}

/** Everything there is, a line each; the operations of the open resource below it. On a phone a button shows it. */
export function sidebar({ api = v4, resource, address }: Place): Html {
  const link = (to: string, text: string) =>
    html`<a href="${to}" ${to === address && html`aria-current="page"`}>${text}</a>`
  const other = api === v4 ? v3 : v4
  const operations = (name: ResourceName) =>
    html`<ul>${(api.resources.get(name) ?? []).map((one) => html`<li>${link(addresses.operation(api, one), one.id)}</li>`)}</ul>`
  return html`<nav class="contents" id="contents" popover aria-label="Contents">
<ul><li>${link(addresses.start, 'Start')}</li><li>${link(addresses.guides, 'Guides')}${isGuide(address) && html`<ul>${guides.map(({ name, title }) => html`<li>${link(addresses.guide(name), title)}</li>`)}</ul>`}</li><li>${link(addresses.errors, 'Errors')}</li>
<li>${link(addresses.scopes, 'Scopes')}</li><li>${link(addresses.plans, 'Plans')}</li><li>${link(addresses.events, 'Webhook events')}</li>
<li>${link(addresses.changelog, 'Changes')}</li></ul>
<p class="contents-title">${link(addresses.api(api), `API ${api.version}`)}</p>
<ul><li>${link(addresses.models(api), 'Models')}</li></ul>
${Object.entries(chapters).map(([chapter, title]) => {
  const names = resourcesOf(api, chapter as Chapter)
  return (
    names.length > 0 &&
    html`<p class="contents-title">${title}</p><ul>${names.map(
      (name) =>
        html`<li>${link(addresses.resource(api, name), resourcesTold[name].title)}${name === resource && operations(name)}</li>`,
    )}</ul>`
  )
})}
<p class="contents-title">${link(addresses.api(other), `API ${other.version}`)}</p></nav>`
}

const isGuide = (address = '') => address.startsWith(addresses.guides)

/** The resources of a chapter that an API has, in their order. */
export function resourcesOf(api: Api, chapter: Chapter): ResourceName[] {
  return (Object.keys(resourcesTold) as ResourceName[]).filter(
    (name) => resourcesTold[name].chapter === chapter && api.resources.has(name),
  )
}
