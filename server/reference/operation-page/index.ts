import type { Operation } from '#contract/operation.ts'
import { copyScript } from '#design/copy.ts'
import { type Html, html } from '#design/html.ts'
import type { Settings } from '#settings.ts'
import { addresses } from '../addresses.ts'
import { type Api, resourceOf } from '../apis.ts'
import { resourcesTold } from '../chapters.ts'
import { deprecationNote } from '../deprecation-note.ts'
import { type ReferencePage, titleOf } from '../frame.ts'
import { prose } from '../prose.ts'
import { samples, samplesScript } from '../samples/section.ts'
import { tryIt, tryScript } from '../try/section.ts'
import { answer } from './answer.ts'
import { errors } from './errors.ts'
import { facts } from './facts.ts'
import { methodAndPath } from './method-and-path.ts'
import { parameters } from './parameters.ts'
import type { ToldOperation } from './told.ts'

/** The sections of an operation's page, in their order; a section that has nothing to say leaves no trace. */
const sections: readonly ((told: ToldOperation) => Html | undefined)[] = [
  facts,
  samples,
  tryIt,
  parameters,
  answer,
  errors,
]

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
    scripts: [copyScript, samplesScript, tryScript],
    body: html`<h1>${operation.summary}</h1>
<ul class="paths">${operation.paths.map((path) => html`<li>${methodAndPath(api, operation, path)}</li>`)}</ul>
${deprecationNote(operation.deprecated)}
${operation.description && html`<p class="lead">${prose(operation.description)}</p>`}
${sections.map((section) => section(told))}
${alsoAsText(address)}`,
  }
}

/** The way to the same page for machines that read. */
export const alsoAsText = (address: string): Html =>
  html`<p class="also"><a href="${addresses.markdown(address)}">This page as text</a></p>`
