import { html } from '#design/html.ts'
import { addresses } from './addresses.ts'
import type { Api } from './apis.ts'
import { type ReferencePage, titleOf } from './frame.ts'
import { members } from './members.ts'
import type { Model } from './models.ts'
import { membersOf } from './operation-page/answer.ts'
import { prose } from './prose.ts'

/** The page of a model: its members, and where it comes from. */
export function modelPage(api: Api, { name, schema, answers, within }: Model): ReferencePage {
  const fields = answers.flatMap((operation) => operation.fields ?? [])
  return {
    title: name,
    description: `The model ${name} of the API ${api.version}: its members and the operations that answer with it.`,
    trail: [
      { label: titleOf(api), href: addresses.api(api) },
      { label: 'Models', href: addresses.models(api) },
    ],
    place: { api, address: addresses.models(api) },
    body: html`<h1>${name}</h1>
${schema.description && html`<p class="lead">${prose(schema.description)}</p>`}
<section aria-labelledby="section-members"><h2 id="section-members">Members</h2>
${members(api, membersOf(schema as never, fields, true))}</section>
${
  within.length > 0 &&
  html`<section aria-labelledby="section-within"><h2 id="section-within">Part of</h2><ul>${within.map(
    (other) => html`<li><a href="${addresses.model(api, other)}">${other}</a></li>`,
  )}</ul></section>`
}
${
  answers.length > 0 &&
  html`<section aria-labelledby="section-answers"><h2 id="section-answers">Answer of</h2><ul>${answers.map(
    (operation) =>
      html`<li><a href="${addresses.operation(api, operation)}"><code>${operation.id}</code></a> ${operation.summary}</li>`,
  )}</ul></section>`
}`,
  }
}

/** All models of an API. */
export function modelsPage(api: Api, models: ReadonlyMap<string, Model>): ReferencePage {
  return {
    title: 'Models',
    description: `All models of the answers of the API ${api.version}.`,
    trail: [{ label: titleOf(api), href: addresses.api(api) }],
    place: { api, address: addresses.models(api) },
    body: html`<h1>Models</h1><p class="lead">What the rows of answers are made of.</p>
<ul class="columns">${[...models.keys()].map(
      (name) => html`<li><a href="${addresses.model(api, name)}">${name}</a></li>`,
    )}</ul>`,
  }
}
