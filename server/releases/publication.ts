import { createHash } from 'node:crypto'
import { type Kysely, sql } from 'kysely'
import type { Database } from '#database/schema.ts'
import { compare } from './compare.ts'
import { contractRecord } from './contract-record.ts'
import { type Declared, declaredIn } from './declared.ts'
import type { Difference } from './difference.ts'
import { noticeDays } from './faults.ts'
import { type Notice, noticesOf } from './notices.ts'
import type { ContractRecord } from './record.ts'
import { recordText } from './record-text.ts'
import { storedReleases } from './stored-releases.ts'

/** The same contract has the same hash, whichever version and day it bears. */
export const hashOf = (record: ContractRecord): Buffer =>
  createHash('sha256')
    .update(recordText({ ...record, version: '', released: '' }))
    .digest()

const dayMs = 86_400_000

/**
 * Refuses to serve a contract that takes away sooner than this installation has promised: what it has published stays until
 * fourteen days after those who use it were told. Runs before the migrations, so that the former version goes on working.
 *
 * A contract that was served here before may always come back: a newer version that does not work must not lock out the
 * older.
 *
 * @throws {Error} that says what, who was told when, and the earliest day.
 */
export async function refuseEarlyEnds(database: Kysely<Database>, now = new Date()): Promise<void> {
  const { rows } = await sql<{ name: string | null }>`select to_regclass('published_contract') as name`.execute(
    database,
  )
  if (rows[0]?.name == null) return
  const current = contractRecord()
  const published = database.selectFrom('published_contract')
  const known = await published.select('version').where('contract_hash', '=', hashOf(current)).executeTakeFirst()
  const last = await published.select('record').orderBy('published_at', 'desc').limit(1).executeTakeFirst()
  if (known || !last) return
  const notices = await noticesOf(database)
  const faults = [
    ...broken(last.record, current).flatMap((one) => earlyRemoval(one, notices, now)),
    ...declaredIn(current).flatMap((one) => earlyEnd(one, notices, now)),
  ]
  if (faults.length === 0) return
  throw new Error(
    `This version of the API ends things sooner than developers were promised:\n${faults.map((fault) => `  - ${fault}`).join('\n')}\nNothing was changed: the version that ran before goes on working.`,
  )
}

/** What clients of the published contract would miss. Only releases are promises: what was in none may change. */
function broken(published: ContractRecord, current: ContractRecord): Difference[] {
  const found = compare(published, current).filter((one) => one.breaking)
  if (found.length === 0) return []
  const promised = new Set(storedReleases().flatMap((release) => compare(release, current).map((one) => one.says)))
  return found.filter((one) => promised.has(one.says))
}

function earlyRemoval({ change, says, within }: Difference, notices: readonly Notice[], now: Date): string[] {
  const word = change === 'removed' ? 'is gone' : 'is not what it was'
  const announced = notices.filter(({ subject, until }) => until !== '' && within.includes(subject))
  if (announced.some((notice) => mayEnd(notice, now))) return []
  const [told] = announced.filter(({ toldAt }) => toldAt !== undefined).sort((a, b) => endOf(a) - endOf(b))
  if (!told) return [`${says} ${word}, but nobody was told. Run a version first that announces its end.`]
  return [`${says} ${word}. ${whoWasTold(told)} The earliest day is ${dayOf(endOf(told))}.`]
}

/** An end that a new version announces, with too little time from now. One that was announced here before stands. */
function earlyEnd({ subject, what, deprecation }: Declared, notices: readonly Notice[], now: Date): string[] {
  const { until } = deprecation
  const known = notices.some((notice) => notice.subject === subject && notice.until === until)
  const earliest = now.getTime() + noticeDays * dayMs
  if (until === undefined || known || Date.parse(until) >= startOfDay(earliest)) return []
  return [`The end of ${what} is ${until}, and nobody was told yet. The earliest day is ${dayOf(earliest)}.`]
}

const endOf = ({ toldAt, until }: Notice): number =>
  Math.max((toldAt as Date).getTime() + noticeDays * dayMs, Date.parse(until))

const mayEnd = (notice: Notice, now: Date): boolean => notice.toldAt !== undefined && endOf(notice) <= now.getTime()

function whoWasTold({ toldAt, people }: Notice): string {
  const names = people.slice(0, 5).join(', ')
  const more = people.length > 5 ? ` and ${people.length - 5} more` : ''
  return people.length === 0
    ? `Nobody’s application had used it on ${dayOf((toldAt as Date).getTime())}, when it was announced.`
    : `${names}${more} ${people.length === 1 ? 'was' : 'were'} told on ${dayOf((toldAt as Date).getTime())}.`
}

const startOfDay = (ms: number): number => Math.floor(ms / dayMs) * dayMs

/** yyyy-MM-dd, UTC. */
const dayOf = (ms: number): string => new Date(ms).toISOString().slice(0, 10)
