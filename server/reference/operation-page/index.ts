import type { Operation } from '#contract/operation.ts'
import { type Html, html } from '#design/html.ts'
import type { Settings } from '#settings.ts'
import { addresses } from '../addresses.ts'
import { type Api, resourceOf } from '../apis.ts'
import { resourcesTold } from '../chapters.ts'
import { type ReferencePage, titleOf } from '../frame.ts'
import { prose } from '../prose.ts'
import { answer } from './answer.ts'
import { errors } from './errors.ts'
import { facts } from './facts.ts'
import { parameters } from './parameters.ts'
import type { ToldOperation } from './told.ts'

/** The sections of an operation's page, in their order; a section that has nothing to say leaves no trace. */
const sections: readonly ((told: ToldOperation) => Html | undefined)[] = [facts, parameters, answer, errors]

/** The page of one operation. */
export function operationPage(api: Api, operation: Operation, settings: Settings): ReferencePage {
  const resource = resourceOf(api, operation)
  const told = { api, operation, settings }
  const address = addresses.operation(api, operation)
  return {
    title: operation.id,
    description: `${operation.summary}: ${operation.method} ${api.base}${operation.paths[0]}.`,
    trail: [
      { label: titleOf(api), href: addresses.api(api) },
      { label: resourcesTold[resource].title, href: addresses.resource(api, resource) },
    ],
    place: { api, resource, address },
    body: html`<h1>${operation.summary}</h1>
<ul class="paths">${operation.paths.map((path) => html`<li>${methodAndPath(api, operation, path)}</li>`)}</ul>
${operation.description && html`<p class="lead">${prose(operation.description)}</p>`}
${sections.map((section) => section(told))}
${alsoAsText(address)}`,
  }
}

/** A method and a path, as a line of code; long paths break after their slashes. */
export function methodAndPath({ base }: Api, { method }: Operation, path: string): Html {
  const parts = `${base}${path}`.split('/').slice(1)
  return html`<code class="path"><span class="method ${method.toLowerCase()}">${method}</span> ${parts.map((part) => html`/<wbr>${part}`)}</code>`
}

/** The way to the same page for machines that read. */
export const alsoAsText = (address: string): Html =>
  html`<p class="also"><a href="${addresses.markdown(address)}">This page as text</a></p>`
