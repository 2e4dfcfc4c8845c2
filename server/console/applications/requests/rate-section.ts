import type { Kysely } from 'kysely'
import type { Database } from '#database/schema.ts'
import { emptyState, meter } from '#design/components.ts'
import { type Html, html } from '#design/html.ts'
import { type PersonRate, type Rates, ratesOf } from '#request-log/rates.ts'
import type { OwnApplication } from '../own-applications.ts'
import { barChart } from './bar-chart.ts'
import { contactId, namesIn } from './people-names.ts'

/** How near the people of an application are to its rate limit, and what the last hour was like. */
export async function rateSection(database: Kysely<Database>, { clientId, accountId }: OwnApplication): Promise<Html> {
  const rates = await ratesOf(database, clientId)
  const nameOf = await namesIn(
    database,
    accountId,
    rates.people.map(({ personId }) => personId),
  )
  return html`<section class="card" aria-labelledby="rate"><h2 id="rate">Rate limit</h2>
<p class="quiet">Counted from the log, so it holds for all processes of the server, and is a second late. The limit is for each person that
uses the application; their tokens count together. Each process counts minutes of its own: an answer's <code>RateLimit</code> header is
what decides.</p>
${rates.people.length === 0 ? emptyState('Nobody used the application in the last hour.') : html`<ul class="rates">${rates.people.map((rate) => personRate(clientId, rate, nameOf(rate.personId)))}</ul>`}
${hour(rates)}</section>`
}

function personRate(
  clientId: string,
  { personId, lastMinute, lastHour, refused, told }: PersonRate,
  name: string,
): Html {
  const link = `/applications/${clientId}/requests?${new URLSearchParams({ person: contactId(personId) })}`
  return html`<li><p class="row-title"><a href="${link}">${name}</a></p>
${told ? meter({ label: 'In the last 60 seconds', value: lastMinute, most: told.limit }) : html`<p>${lastMinute} in the last 60 seconds</p>`}
<p class="quiet">${told && html`The last answer said: ${told.remaining} left. `}${count(lastHour)} in the last hour${refused > 0 && html`, <strong>${refused} refused (429)</strong>`}</p></li>`
}

const count = (number: number) => number.toLocaleString('en')

function hour({ minutes, mostAtOnce }: Rates): Html {
  const all = minutes.reduce((sum, { requests }) => sum + requests, 0)
  const refused = minutes.reduce((sum, minute) => sum + minute.refused, 0)
  const most = Math.max(...minutes.map(({ requests }) => requests))
  const words = `${count(all)} requests in the last hour, at most ${count(most)} in a minute; ${count(refused)} refused by the limit (429); at most ${mostAtOnce} at the same time in the last minute.`
  return html`<h3>Requests a minute</h3><p>${words}</p>
${barChart(
  words,
  minutes.map(({ minute, requests, refused }) => ({
    label: minute.toISOString().slice(11, 16),
    value: requests,
    bad: refused,
  })),
)}`
}
