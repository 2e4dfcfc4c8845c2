import { emptyState, notice, pager } from '#design/components.ts'
import { type Faults, faultSummary } from '#design/fields.ts'
import { type Html, html } from '#design/html.ts'
import type { Page } from '#design/page.ts'
import { type Filter, readFilter } from '#request-log/filter.ts'
import { type Logged, placeText, readLog, readPlace, TooMuchToSearch } from '#request-log/read-log.ts'
import { usesOf } from '#request-log/uses.ts'
import type { PersonalVisit } from '../../visit.ts'
import { applicationFrame } from '../frame.ts'
import type { OwnApplication } from '../own-applications.ts'
import { filterForm, filterQuery } from './filter-form.ts'
import { liveTailScript } from './live-script.ts'
import { logTable } from './log-rows.ts'
import { namesIn } from './people-names.ts'
import { rateSection } from './rate-section.ts'
import { useDays, useSection } from './use-section.ts'

const pageSize = 25

/** The log of an application with its filter, how near it is to its limit, and what it uses. */
export async function logPage(visit: PersonalVisit, application: OwnApplication): Promise<Page> {
  const { database, query, services } = visit
  const { clientId, accountId } = application
  const { filter, faults } = readFilter(query)
  const [found, used, rates] = await Promise.all([
    rowsOf(visit, clientId, filter),
    usesOf(database, clientId, useDays),
    rateSection(database, application),
  ])
  const operations = used.uses.map(({ subject }) => subject).filter((subject) => subject.split(' ').length === 2)
  const nameOf = await namesIn(
    database,
    accountId,
    (found ?? []).map((row) => row.person_id),
  )
  const days = services.settings.requestLogDays
  const body = html`<nav class="jumps" aria-label="On this page"><a href="#rate">Rate limit</a> <a href="#use">What it uses</a></nav>
<section class="card" aria-labelledby="requests"><div class="heading"><h2 id="requests">Requests</h2>
${!query.before && live(clientId, query)}</div>
<p class="quiet">${days === 0 ? 'This server keeps no log (REQUEST_LOG_DAYS).' : html`What the application asked in the last ${days === 1 ? 'day' : `${days} days`}, newest first. Never what was sent or answered, and never the query of an address.`}</p>
${faultSummary(faults)}
${filterForm(clientId, query, operations, faults)}
${found ? list(clientId, query, found, nameOf) : notice('There is too much to look through. Choose a shorter time.', 'warn')}
<p class="beside-list">All of it as a file: <a href="/applications/${clientId}/requests/log.csv${filterQuery(query)}">CSV</a>,
<a href="/applications/${clientId}/requests/log.jsonl${filterQuery(query)}">JSON lines</a></p></section>
${rates}
${useSection(used)}`
  return { ...framed(application, body, faults), scripts: query.before ? [] : [liveTailScript] }
}

const framed = (application: OwnApplication, body: Html, faults: Faults) =>
  applicationFrame(application, 'requests', body, faults)

/** One row more than a page says whether there is another page. Undefined: it takes too long. */
async function rowsOf({ database, query }: PersonalVisit, clientId: string, filter: Filter) {
  try {
    return await readLog(database, clientId, filter, { before: readPlace(query.before), limit: pageSize + 1 })
  } catch (error) {
    if (error instanceof TooMuchToSearch) return undefined
    throw error
  }
}

function list(clientId: string, query: Record<string, string>, found: Logged[], nameOf: (id: number) => string): Html {
  const rows = found.slice(0, pageSize)
  const last = found.length > pageSize ? rows.at(-1) : undefined
  const own = `/applications/${clientId}/requests`
  return html`${rows.length === 0 && emptyState('No requests here yet. They show up a second after they were answered.')}
${logTable(clientId, rows, nameOf)}
${pager({
  newer: query.before ? `${own}${filterQuery(query)}` : undefined,
  older: last && `${own}${filterQuery(query, { before: placeText(last) })}`,
})}`
}

/** Without script a way to load the page again; with it, new requests come by themselves. */
function live(clientId: string, query: Record<string, string>): Html {
  const own = `/applications/${clientId}/requests`
  return html`<div class="live" data-live="${own}/live${filterQuery(query)}"><a href="${own}${filterQuery(query)}">Reload</a>
<p role="status" class="quiet"></p></div>`
}
