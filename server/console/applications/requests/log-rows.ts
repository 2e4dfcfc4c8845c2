import { tag } from '#design/components.ts'
import { type Html, html } from '#design/html.ts'
import { clientClosedRequest } from '#request-log/entry.ts'
import { type Logged, placeText } from '#request-log/read-log.ts'

/** How a row of the log names the people in it. */
export type NameOf = (personId: number) => string

/** One request in the list. The same piece of page comes with the page and, later, live. */
export function logRow(clientId: string, row: Logged, nameOf: NameOf): Html {
  const about = [row.operation, row.person_id === null ? null : nameOf(row.person_id), row.error].filter(Boolean)
  return html`<tr role="row" data-place="${placeText(row)}">
<td role="cell" class="when"><time datetime="${row.answered_at.toISOString()}"><span class="day">${row.answered_at.toISOString().slice(0, 10)} </span>${clock(row.answered_at)}</time></td>
<td role="cell" class="what"><a href="/applications/${clientId}/requests/${placeText(row)}"><code>${row.method} ${row.path}</code></a>
<p class="quiet">${about.join(' · ')}</p></td>
<td role="cell" class="status">${statusTag(row.status)}</td>
<td role="cell" class="numeric">${duration(row.ms)}</td>
<td role="cell" class="numeric left">${row.rate_remaining}</td></tr>`
}

/** The list, newest first. Roles are said in words since a phone shows its rows as blocks, which browsers take for no table. */
export function logTable(clientId: string, rows: readonly Logged[], nameOf: NameOf): Html {
  return html`<div class="table log"><table id="log" role="table"><caption class="unseen">Requests, newest first</caption>
<thead role="rowgroup"><tr role="row"><th role="columnheader" scope="col">Time (UTC)</th><th role="columnheader" scope="col">Request</th><th role="columnheader" scope="col">Status</th><th role="columnheader" scope="col" class="numeric">Took</th>
<th role="columnheader" scope="col" class="numeric left">Left</th></tr></thead>
<tbody role="rowgroup">${rows.map((row) => logRow(clientId, row, nameOf))}</tbody></table></div>`
}

/** A status, told apart by words and not by colour alone. */
export function statusTag(status: number): Html {
  if (status === clientClosedRequest) return tag('Gone away', 'warn')
  return tag(String(status), status >= 500 ? 'bad' : status >= 400 ? 'warn' : 'good')
}

/** @example duration(0.4) // '0.4 ms' */
export function duration(ms: number): string {
  if (ms >= 10_000) return `${(ms / 1000).toFixed(1)} s`
  return `${ms < 10 ? Math.round(ms * 10) / 10 : Math.round(ms)} ms`
}

/** Time of day to the millisecond, UTC. */
export const clock = (at: Date): string => at.toISOString().slice(11, 23)
