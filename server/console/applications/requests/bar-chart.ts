import { type Html, html } from '#design/html.ts'

/** A bar: how high, and how much of it is bad. */
export interface Bar {
  label: string
  value: number
  bad?: number
}

const height = 80

/** A row of bars. What it shows is said in words too; each bar tells its value where a pointer rests on it. */
export function barChart(words: string, bars: readonly Bar[]): Html {
  const most = Math.max(1, ...bars.map(({ value }) => value))
  const scaled = (value: number) => Math.round((value / most) * height * 10) / 10
  const [first, last] = [bars.at(0), bars.at(-1)]
  return html`<figure class="chart"><svg viewBox="0 0 ${bars.length * 10} ${height}" preserveAspectRatio="none" role="img" aria-label="${words}">
${bars.map(({ label, value, bad = 0 }, at) => {
  const full = value > 0 ? Math.max(2, scaled(value)) : 0
  const red = bad > 0 ? Math.max(2, scaled(bad)) : 0
  return html`<g><title>${label}: ${value}${bad > 0 && html`, ${bad} refused`}</title>
<rect class="ground" x="${at * 10}" y="0" width="10" height="${height}"/><rect x="${at * 10 + 1}" y="${height - full}" width="8" height="${full}"/>
${red > 0 && html`<rect class="bad" x="${at * 10 + 1}" y="${height - red}" width="8" height="${red}"/>`}</g>`
})}</svg><figcaption><span>${first?.label}</span> <span>most: ${most}</span> <span>${last?.label}</span></figcaption></figure>`
}
