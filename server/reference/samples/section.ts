import { browserScript } from '#design/assets.ts'
import { codeBlock } from '#design/components.ts'
import { type Html, html } from '#design/html.ts'
import { methodAndPath } from '../operation-page/method-and-path.ts'
import type { ToldOperation } from '../operation-page/told.ts'
import { callOf } from './call-of.ts'
import { samplesOf } from './samples.ts'

/** Remembers the language that a reader chose; without it the choice is curl on each page. */
export const samplesScript = browserScript(new URL('./samples.browser.js', import.meta.url))

/**
 * The samples of an operation, for each of its paths. One choice of language shows them all: by style alone, so that it
 * works without script.
 */
export function samples({ api, operation }: ToldOperation): Html {
  const [first = '', ...others] = operation.paths
  const ofPath = (path: string) => samplesOf(callOf(api, operation, path))
  return html`<section class="samples" aria-labelledby="section-samples"><h2 id="section-samples">Samples</h2>
<p class="quiet">They read the address of the server from <code>TASKWRIGHT_URL</code> and the access token from
<code>TASKWRIGHT_TOKEN</code>; the ids are examples.</p>
<fieldset class="languages"><legend class="unseen">Language of the samples</legend>${ofPath(first).map(
    ({ language, label }, at) =>
      html`<label><input type="radio" name="language" value="${language}" ${at === 0 && html`checked`}><span>${label}</span></label>`,
  )}</fieldset>
${blocks(ofPath(first))}
${others.map(
  (path) => html`<details><summary>${methodAndPath(api, operation, path)}</summary>${blocks(ofPath(path))}</details>`,
)}</section>`
}

const blocks = (all: ReturnType<typeof samplesOf>): Html =>
  html`${all.map(
    ({ language, label, text }) =>
      html`<div class="sample" data-language="${language}">${codeBlock(text.trimEnd(), `the sample in ${label}`)}</div>`,
  )}`
