import { readFileSync } from 'node:fs'
import { facts, table } from '#design/components.ts'
import { type Html, html } from '#design/html.ts'
import { moment } from '#design/moment.ts'
import type { Page } from '#design/page.ts'
import type { PersonalVisit } from '../visit.ts'
import { serverFrame } from './frame.ts'
import { countAll, countJobs, listProcesses, type ServerProcess } from './overview-query.ts'
import { requestsToday } from './requests-today.ts'

const { version } = JSON.parse(readFileSync(new URL('../../../package.json', import.meta.url), 'utf8')) as {
  version: string
}
const thisStarted = new Date(Date.now() - process.uptime() * 1000)

/** How the server is, at a glance. */
export async function serverOverview({ database, services }: PersonalVisit): Promise<Page> {
  const [counts, today, jobs, processes] = await Promise.all([
    countAll(database),
    requestsToday(database, services.settings),
    countJobs(database),
    listProcesses(database),
  ])
  const { suspended, outbox } = counts
  const isSent = services.settings.smtpUrl !== undefined && services.settings.smtpUrl !== ''
  return serverFrame(
    'overview',
    html`<section class="card" aria-labelledby="holds"><h2 id="holds">What it holds</h2>
${facts([
  ['Accounts', number(counts.accounts)],
  ['People', html`<a href="/server/people">${number(counts.people)}</a>`],
  [
    'Applications',
    html`<a href="/server/applications">${number(counts.applications)}</a>${suspended > 0 && html`, <a href="/server/applications?state=suspended">${number(suspended)} suspended</a>`}`,
  ],
  ['Requests today', today],
  ['Database', bytes(counts.databaseBytes)],
])}</section>
<section class="card" aria-labelledby="waits"><h2 id="waits">What waits</h2>
${facts([
  ['Jobs', `${number(jobs.waiting)} waiting, ${number(jobs.running)} running, ${number(jobs.failed)} failed`],
  ['Webhook deliveries', `${number(counts.deliveries)} waiting`],
  [
    'Mail',
    html`<a href="/outbox">${number(outbox)} in the outbox</a>${isSent ? ': the mail server took no more' : ': without SMTP_URL all of it stays there'}`,
  ],
])}</section>
<section class="card" aria-labelledby="runs"><h2 id="runs">What runs</h2>
${facts([
  ['Version', version],
  ['Node.js', process.versions.node],
  ['Address', services.settings.publicUrl],
  ['Up since', moment(thisStarted)],
])}
${processTable(processes)}</section>`,
  )
}

function processTable(processes: readonly ServerProcess[]): Html {
  return table(
    'Processes of the server',
    [
      { label: 'Process', value: ({ pid }) => (pid === process.pid ? `${pid} (this one)` : pid) },
      { label: 'Machine', value: ({ host }) => host },
      { label: 'Connected since', value: ({ since }) => moment(since) },
    ],
    processes,
  )
}

const format = new Intl.NumberFormat('en-GB')
const number = (value: number) => format.format(value)

/** A size as people say it. */
function bytes(value: number): string {
  const units = ['bytes', 'KB', 'MB', 'GB', 'TB']
  const power = Math.min(Math.floor(Math.log(Math.max(value, 1)) / Math.log(1024)), units.length - 1)
  return `${(value / 1024 ** power).toFixed(power === 0 ? 0 : 1)} ${units[power]}`
}
