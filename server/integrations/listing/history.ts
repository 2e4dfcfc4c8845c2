import { type Html, html } from '#design/html.ts'
import { moment } from '#design/moment.ts'
import type { ListingStep } from './listing.ts'
import { actTexts } from './states.ts'

/** Who did what to a listing, the last step first. */
export function historySection(steps: readonly ListingStep[]): Html {
  return html`<section class="card" aria-labelledby="history"><h2 id="history">What happened</h2>
<ol class="rows">${steps.map(
    ({ act, by, madeAt, words }) => html`<li><div><p><strong>${by || 'Somebody'}</strong> ${actTexts[act]}</p>
<p class="quiet">${moment(madeAt)}</p>
${words !== '' && html`<blockquote>${words}</blockquote>`}</div></li>`,
  )}</ol></section>`
}
