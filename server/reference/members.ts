import type { TSchema } from 'typebox'
import { deprecationOf, valueDeprecationsOf } from '#contract/deprecation.ts'
import { type Html, html } from '#design/html.ts'
import { webhookEventTypes } from '#resources/webhooks/event-types.ts'
import { addresses } from './addresses.ts'
import type { Api } from './apis.ts'
import { deprecationNote, valueDeprecationNotes } from './deprecation-note.ts'
import { limits } from './limits.ts'
import { prose } from './prose.ts'
import { formOf, innermost, type Told, typeWords } from './schema-words.ts'

/** One line of a list of members: a parameter, a member of an object in it, or a member of a model. */
export interface Member {
  name: string
  schema: TSchema
  /** When it has to be there, or is: "required", "with fields". */
  presence: string | undefined
  /** Where links to it lead; none for members of members. */
  anchor?: string
}

/** What a list of members is: each with its type, its meaning, its limits, its values, and the members below it. */
export function members(api: Api, list: readonly Member[]): Html {
  return html`<dl class="members">${list.map((one) => member(api, one))}</dl>`
}

function member(api: Api, { name, schema, presence, anchor }: Member): Html {
  const told = schema as Told
  const inner = innermost(schema)
  const kept = [formOf(schema), ...limits(schema), defaultOf(told)].filter((text) => text !== undefined)
  const below = inner.modelName ? [] : Object.entries(inner.properties ?? {})
  return html`<div class="member" ${anchor && html`id="${anchor}"`}>
<dt>${anchor ? html`<a class="name" href="#${anchor}"><code>${name}</code></a>` : html`<code>${name}</code>`}
<span class="type">${typeOf(api, schema)}</span> ${presence && html`<span class="presence ${presence}">${presence}</span>`}</dt>
<dd>${deprecationNote(deprecationOf(schema))}${describe(told)}${kept.length > 0 && html`<p class="limits">${kept.join(' · ')}</p>`}${values(inner)}${valueDeprecationNotes({ ...valueDeprecationsOf(inner as TSchema), ...valueDeprecationsOf(schema) })}
${
  below.length > 0 &&
  members(
    api,
    below.map(([below, one]) => ({
      name: below,
      schema: one,
      presence: inner.required?.includes(below) ? 'required' : undefined,
    })),
  )
}</dd></div>`
}

/** The type, with a link where it is a model. */
export function typeOf(api: Api, schema: TSchema): Html {
  const words = typeWords(schema)
  const { modelName } = innermost(schema)
  if (!modelName) return html`${words}`
  const [before, after] = words.split(modelName)
  return html`${before}<a href="${addresses.model(api, modelName)}">${modelName}</a>${after}`
}

function describe(told: Told): Html | false {
  const text = told.description ?? innermost(told as TSchema).description
  if (text) return html`<p>${prose(text)}</p>`
  if (told.presence) return html`<p>Counts by being there, whatever its value.</p>`
  return told.dictionary !== undefined && html`<p>From the id of a contact to the id of its access role.</p>`
}

function values(inner: Told): Html | false {
  if (inner.enum?.length === webhookEventTypes.length && inner.enum.every((type, at) => type === webhookEventTypes[at]))
    return html`<p class="limits">One of the <a href="${addresses.events}">types of events</a></p>`
  return (
    inner.enum !== undefined && html`<p class="values">${inner.enum.map((value) => html`<code>${value}</code> `)}</p>`
  )
}

const defaultOf = ({ default: fallback }: Told): string | undefined =>
  fallback === undefined ? undefined : `${String(fallback)} if left out`
