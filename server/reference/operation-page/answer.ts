import type { TSchema } from 'typebox'
import { type Html, html } from '#design/html.ts'
import { addresses } from '../addresses.ts'
import { type Member, members } from '../members.ts'
import type { Told } from '../schema-words.ts'
import type { ToldOperation } from './told.ts'

/** What an operation answers with. */
export function answer(told: ToldOperation): Html {
  return html`<section aria-labelledby="section-answer"><h2 id="section-answer">Answer</h2>${
    told.operation.answer === 'binary' ? file : rows(told)
  }</section>`
}

const file = html`<p>The file, with its type and its name in <code>Content-Disposition</code>. <code>ETag</code> with
<code>If-None-Match</code> saves what has not changed (304); <code>Range</code> takes a part of it (206).</p>`

function rows({ api, operation }: ToldOperation): Html {
  return html`${Object.entries(operation.kinds).map(([kind, model]) => {
    const { modelName } = model as Told
    return html`<p><code>kind</code> is <code>${kind}</code>; <code>data</code> is a list of ${
      modelName ? html`<a href="${addresses.model(api, modelName)}">${modelName}</a>` : 'texts'
    }${operation.pageToken && html`; <code>nextPageToken</code> is there unless this is the last page`}.</p>
${modelName && members(api, membersOf(model, operation.fields ?? []))}`
  })}`
}

/** The members of a model, and when each of them comes. */
export function membersOf(model: TSchema, fields: readonly string[], anchored = false): Member[] {
  const { properties = {}, required = [] } = model as Told
  return Object.entries(properties).map(([name, schema]) => ({
    name,
    schema,
    presence: required.includes(name) ? undefined : fields.includes(name) ? 'with fields' : 'where it applies',
    ...(anchored ? { anchor: name } : {}),
  }))
}
