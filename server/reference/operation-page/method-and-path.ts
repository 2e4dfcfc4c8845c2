import type { Operation } from '#contract/operation.ts'
import { type Html, html } from '#design/html.ts'
import type { Api } from '../apis.ts'

/** A method and a path, as a line of code; long paths break after their slashes. */
export function methodAndPath({ base }: Api, { method }: Pick<Operation, 'method'>, path: string): Html {
  const parts = `${base}${path}`.split('/').slice(1)
  return html`<code class="path"><span class="method ${method.toLowerCase()}">${method}</span> ${parts.map((part) => html`/<wbr>${part}`)}</code>`
}
