import { type Html, html } from '#design/html.ts'
import type { ResourceName } from '#resources/index.ts'
import { addresses } from './addresses.ts'
import type { Api } from './apis.ts'
import { type Chapter, chapters, resourcesTold } from './chapters.ts'
import { type ReferencePage, titleOf } from './frame.ts'
import { resourcesOf } from './sidebar.ts'

const says = {
  v4: 'The API of today: everything there is.',
  v3: 'The API as it was in 2018, for programs that still speak it. It is v4, told in the words of v3.',
} as const

/** The first page of an API: its resources, chapter by chapter. */
export function apiPage(api: Api): ReferencePage {
  return {
    title: titleOf(api),
    description: `All ${api.operations.size} operations of the API ${api.version}, by resource.`,
    trail: [],
    place: { api, address: addresses.api(api) },
    body: html`<h1>${titleOf(api)}</h1><p class="lead">${says[api.version]} ${api.operations.size} operations, below <code>${api.base}</code>.</p>
<p>For tools: <a href="${addresses.openapi(api)}">OpenAPI 3.1</a>, a <a href="${addresses.postman(api)}">Postman collection</a>, and <a href="/llms.txt">llms.txt</a>
for language models.</p>
${Object.entries(chapters).map(([chapter, title]) => {
  const names = resourcesOf(api, chapter as Chapter)
  return (
    names.length > 0 &&
    html`<section aria-labelledby="${chapter}"><h2 id="${chapter}">${title}</h2><dl class="resources">${names.map((name) => line(api, name))}</dl></section>`
  )
})}`,
  }
}

const line = (api: Api, name: ResourceName): Html =>
  html`<div><dt><a href="${addresses.resource(api, name)}">${resourcesTold[name].title}</a></dt><dd>${resourcesTold[name].says}</dd></div>`
