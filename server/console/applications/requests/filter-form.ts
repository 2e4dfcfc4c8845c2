import { checkbox, type Faults, field, select } from '#design/fields.ts'
import { type Html, html } from '#design/html.ts'
import { filterNames, methods } from '#request-log/filter.ts'

/** The form that filters a log; its values are in the address, so that a filtered log can be kept and passed on. */
export function filterForm(
  clientId: string,
  query: Record<string, string>,
  operations: readonly string[],
  faults: Faults,
): Html {
  const isFiltered = filterNames.some((name) => query[name])
  const own = `/applications/${clientId}/requests`
  const text = (name: string, label: string, hint?: string) =>
    field({ name, label, value: query[name], optional: true, ...(hint && { hint }) }, faults)
  const choices = (values: readonly string[]) => values.map((value) => ({ value, label: value }))
  return html`<details class="log-filter" ${isFiltered && html`open`}><summary>Filter</summary>
<form method="get" action="${own}"><div class="log-filters">
${select({ name: 'method', label: 'Method', value: query.method, optional: true, none: 'Any' }, choices(methods), faults)}
${text('path', 'Part of the path')}
${text('status', 'Status', 'Like 404, or 4xx.')}
${select({ name: 'operation', label: 'Operation', value: query.operation, optional: true, none: 'Any' }, choices(operations), faults)}
${text('person', 'Person', 'The id of a contact.')}
${text('slower', 'At least so slow', 'In milliseconds.')}
${field({ name: 'from', label: 'From (UTC)', type: 'datetime-local', value: query.from, optional: true }, faults)}
${field({ name: 'to', label: 'Until (UTC)', type: 'datetime-local', value: query.to, optional: true }, faults)}
${text('request', 'Request id', 'The header X-Request-Id of an answer.')}
</div>${checkbox('errors', 'Only errors', query.errors === '1')}
<div class="actions"><button>Show</button>${isFiltered && html`<a href="${own}">Show all</a>`}</div></form></details>`
}

/** The filter as the query of an address, with these beside it. */
export function filterQuery(query: Record<string, string>, more: Record<string, string> = {}): string {
  const kept = filterNames.flatMap((name) => (query[name] ? [[name, query[name]] as [string, string]] : []))
  const text = new URLSearchParams([...kept, ...Object.entries(more)]).toString()
  return text === '' ? '' : `?${text}`
}
