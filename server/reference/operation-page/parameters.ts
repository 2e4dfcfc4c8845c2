import { isRequired, otherParameters, pathParameters } from '#contract/path-parameters.ts'
import { type Html, html } from '#design/html.ts'
import { valueDeprecationNotes } from '../deprecation-note.ts'
import { type Member, members } from '../members.ts'
import { sizeWords } from '../size-words.ts'
import type { ToldOperation } from './told.ts'

/** What an operation takes: in its paths, in query or body, as the body, as `fields`. */
export function parameters(told: ToldOperation): Html {
  const parts = [inPath(told), fileBody(told), elsewhere(told), fields(told)].filter((part) => part !== undefined)
  return html`<section aria-labelledby="section-parameters"><h2 id="section-parameters">Parameters</h2>
${parts.length > 0 ? parts : html`<p>None.</p>`}</section>`
}

function inPath({ api, operation }: ToldOperation): Html | undefined {
  const names = [...new Set(operation.paths.flatMap(pathParameters))]
  if (names.length === 0) return undefined
  const list = names.map((name): Member => {
    const schema = operation.parameters[name] as Member['schema']
    return { name, schema, presence: undefined, anchor: name }
  })
  const several = names.some((name) => (operation.parameters[name] as { type?: string }).type === 'array')
  return html`<h3>In the path</h3>${several && html`<p class="quiet">Several ids are separated by commas.</p>`}${members(api, list)}`
}

function fileBody({ operation, settings }: ToldOperation): Html | undefined {
  if (operation.body !== 'binary') return undefined
  return html`<h3>The body</h3><p>The bytes of the file as they are, not as a form: at most ${sizeWords(settings.maxUpload)}. The header
<code>X-File-Name</code> says its name, in UTF-8 or percent-encoded.</p>`
}

function elsewhere({ api, operation }: ToldOperation): Html | undefined {
  const list = otherParameters(operation)
  const token = operation.pageToken
  const told: Member[] = list.map(([name, schema]) => ({
    name,
    schema,
    presence: isRequired(schema) ? 'required' : undefined,
    anchor: name,
  }))
  if (token)
    told.push({ name: token, schema: pageToken as unknown as Member['schema'], presence: undefined, anchor: token })
  if (told.length === 0) return undefined
  const inBody = (operation.method === 'POST' || operation.method === 'PUT') && operation.body !== 'binary'
  return html`<h3>${inBody ? 'In the body' : 'In the query'}</h3>
<p class="quiet">${inBody ? 'As JSON or as a form; in a form, objects and lists are JSON text.' : 'Objects and lists are JSON text.'}</p>
${members(api, told)}`
}

const pageToken = { type: 'string', description: 'The `nextPageToken` of the page before.' }

function fields({ operation }: ToldOperation): Html | undefined {
  if (!operation.fields) return undefined
  return html`<h3 id="section-fields">fields</h3><p>A list of members that come only when it names them:</p>
<p class="values">${operation.fields.map((field) => html`<code>${field}</code> `)}</p>${valueDeprecationNotes(operation.deprecatedFields ?? {})}`
}
