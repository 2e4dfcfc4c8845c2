import { emptyState, table } from '#design/components.ts'
import { type Html, html } from '#design/html.ts'
import type { usesOf } from '#request-log/uses.ts'
import { barChart } from './bar-chart.ts'

/** So many days are shown. */
export const useDays = 30

/** Which operations an application uses: the ones that a change would concern. */
export function useSection({ uses, perDay }: Awaited<ReturnType<typeof usesOf>>): Html {
  const all = perDay.reduce((sum, { calls }) => sum + calls, 0)
  const most = Math.max(...perDay.map(({ calls }) => calls))
  const words = `${all.toLocaleString('en')} calls in the last ${useDays} days, at most ${most.toLocaleString('en')} on a day.`
  return html`<section class="card" aria-labelledby="use"><h2 id="use">What it uses</h2>
<p class="quiet">Counted by day (UTC) and kept for 400 days: whoever uses something that will change is told in time.</p>
${
  uses.length === 0
    ? emptyState(`Nothing in the last ${useDays} days.`)
    : html`<p>${words}</p>${barChart(
        words,
        perDay.map(({ day, calls }) => ({ label: day, value: calls })),
      )}
${table(
  `What was used in the last ${useDays} days`,
  [
    { label: 'What', value: ({ subject }) => html`<code>${subject}</code>` },
    { label: 'Calls', value: ({ calls }) => calls.toLocaleString('en'), numeric: true },
    { label: 'Last', value: ({ lastDay }) => html`<time class="log-day">${lastDay}</time>` },
  ],
  uses,
)}`
}</section>`
}
