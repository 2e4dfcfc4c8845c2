import { tag } from '#design/components.ts'
import { html } from '#design/html.ts'
import type { ResourceName } from '#resources/index.ts'
import { addresses } from './addresses.ts'
import type { Api } from './apis.ts'
import { resourcesTold } from './chapters.ts'
import { type ReferencePage, titleOf } from './frame.ts'
import { methodAndPath } from './operation-page/method-and-path.ts'

/** The page of a resource: its operations. */
export function resourcePage(api: Api, name: ResourceName): ReferencePage {
  const { title, says } = resourcesTold[name]
  const address = addresses.resource(api, name)
  return {
    title,
    description: `${says} Its operations in the API ${api.version}.`,
    trail: [{ label: titleOf(api), href: addresses.api(api) }],
    place: { api, resource: name, address },
    body: html`<h1>${title}</h1><p class="lead">${says}</p>
<ul class="operations">${(api.resources.get(name) ?? []).map(
      (
        operation,
      ) => html`<li><h2><a href="${addresses.operation(api, operation)}">${operation.summary}</a>${operation.addition && html` ${tag('addition')}`}</h2>
${operation.paths.map((path) => html`<p>${methodAndPath(api, operation, path)}</p>`)}</li>`,
    )}</ul>`,
  }
}
