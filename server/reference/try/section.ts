import { type TSchema, Type } from 'typebox'
import type { Operation } from '#contract/operation.ts'
import { isRequired, otherParameters, pathParameters } from '#contract/path-parameters.ts'
import { browserScript } from '#design/assets.ts'
import { codeBlock, notice } from '#design/components.ts'
import { type Html, html } from '#design/html.ts'
import { addresses } from '../addresses.ts'
import type { ToldOperation } from '../operation-page/told.ts'
import { asText } from '../samples/call.ts'
import { callOf } from '../samples/call-of.ts'
import { exampleIds } from '../samples/example-ids.ts'
import { type TriedParameter, tryField } from './field.ts'

/** Sends calls from the page of an operation, for whoever is signed in. */
export const tryScript = browserScript(new URL('./try.browser.js', import.meta.url))

/**
 * The panel in which a signed-in person sends the call of the page. It is the same for everybody and hidden: its script
 * finds out who looks at it. Without script the samples say all.
 */
export function tryIt({ api, operation, settings }: ToldOperation): Html | undefined {
  if (operation.scopes.includes('dataExportFull')) return undefined
  if (api.version === 'v3' && !settings.v3) return undefined
  const { method, body, answer } = operation
  const parameters = parametersOf(operation, (path) => callOf(api, operation, path))
  const [first, more] = [parameters.filter(isFirst), parameters.filter((one) => !isFirst(one))]
  const next = new URLSearchParams({ next: addresses.operation(api, operation) })
  return html`<section class="try" aria-labelledby="section-try" hidden data-try data-base="${api.base}" data-method="${method}"
${answer === 'binary' && html`data-gives-file`}><h2 id="section-try">Try it</h2>
<div class="signed-out" hidden><p>Signed in, you can send this call from here, in an account of yours.</p>
<p><a class="button" href="/sign-in?${next.toString()}">Sign in to try it</a></p></div>
<form class="card" hidden>
<div class="field"><label for="try-account">Account</label><select id="try-account" class="account" required></select></div>
${pathField(operation)}
${first.map(tryField)}
${body === 'binary' && html`<div class="field"><label for="try-file">File</label><input id="try-file" class="file" type="file" required></div>`}
${more.length > 0 && html`<details><summary>More parameters</summary><div class="more">${more.map(tryField)}</div></details>`}
${warnings[method]}
<div class="actions"><button>${method === 'GET' ? 'Send' : `Send this ${method}`}</button></div></form>
<p role="status" class="outcome"></p>
<div class="answer" hidden><dl class="facts"></dl>${codeBlock('', 'the answer')}</div>
<div class="command" hidden><h3>This call in curl</h3>${codeBlock('', 'the command')}</div>
${method === 'DELETE' && confirmation}</section>`
}

const warnings: Partial<Record<Operation['method'], Html>> = {
  POST: notice('This makes something in your account for real, and others may see it.', 'warn'),
  PUT: notice('This changes your account for real, and others may see it.', 'warn'),
  DELETE: notice('This deletes for real. You are asked once more before it is sent.', 'warn'),
}

const confirmation = html`<dialog aria-labelledby="try-confirm"><form method="dialog"><h3 id="try-confirm">Delete it for real?</h3>
<p><code class="target"></code></p><div class="actions"><button value="yes" class="harm">Yes, delete it</button>
<button value="no" class="secondary">No, leave it</button></div></form></dialog>`

function pathField({ method, paths }: Operation): Html {
  if (paths.length === 1) return html`<input type="hidden" class="path-choice" value="${paths[0]}">`
  return html`<div class="field"><label for="try-path">Path</label><select id="try-path" class="path-choice">${paths.map(
    (path) => html`<option value="${path}">${method} ${path}</option>`,
  )}</select></div>`
}

const isFirst = ({ place, isRequired }: TriedParameter): boolean => place === 'path' || isRequired

/** Parameters in the path, required ones, optional ones, and what each list of the API has beside them. */
function parametersOf(operation: Operation, example: (path: string) => ReturnType<typeof callOf>): TriedParameter[] {
  const { method, body, paths, parameters, fields, pageToken } = operation
  const call = example(paths[0] as string)
  const examples = { ...call.query, ...call.body }
  const place = method === 'GET' || method === 'DELETE' || body === 'binary' ? 'query' : 'body'
  const elsewhere = ([name, schema]: [string, TSchema]): TriedParameter => {
    const given = Object.hasOwn(examples, name) ? asText(examples[name]) : undefined
    const needed = isRequired(schema)
    const starts = needed && given !== undefined && !namesThings(given)
    return {
      name,
      schema,
      place,
      isRequired: needed,
      example: starts ? undefined : given,
      value: starts ? given : undefined,
    }
  }
  const inPath = [...new Set(paths.flatMap(pathParameters))].map((name): TriedParameter => {
    const schema = parameters[name] ?? Type.String()
    return { name, schema, place: 'path', isRequired: true, example: undefined, value: undefined }
  })
  const common = [
    ...(fields
      ? [['fields', Type.Unsafe({ type: 'array', items: { type: 'string', enum: [...fields] } })] as const]
      : []),
    ...(pageToken ? [[pageToken, Type.String()] as const] : []),
  ].map(([name, schema]) => ({ name, schema, place, isRequired: false, example: undefined, value: undefined }) as const)
  return [...inPath, ...otherParameters(operation).map(elsewhere), ...common]
}

/** Whether a text has ids in it that nobody has. */
const namesThings = (text: string): boolean => Object.values(exampleIds).some((id) => text.includes(id))
