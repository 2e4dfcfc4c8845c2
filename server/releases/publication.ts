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

/** What a contract would end on this installation. */
export interface Ends {
  /** What it no longer has, and this installation serves. */
  readonly removed: readonly Difference[]
  /** What it declares deprecated: some with an end. */
  readonly declared: readonly Declared[]
  readonly notices: readonly Notice[]
}

/**
 * Compares the contract of this version with the one that this installation published last; undefined where there is none,
 * as in a new database. It reads what migration 0044 made, and runs before later ones.
 *
 * A contract that was served here before ends nothing: a newer version that does not work must not lock out the older.
 */
export async function endsHere(database: Kysely<Database>): Promise<Ends | undefined> {
  const { rows } = await sql<{ name: string | null }>`select to_regclass('published_contract') as name`.execute(
    database,
  )
  if (rows[0]?.name == null) return undefined
  const current = contractRecord()
  const published = database.selectFrom('published_contract')
  const known = await published.select('version').where('contract_hash', '=', hashOf(current)).executeTakeFirst()
  const last = await published.select('record').orderBy('published_at', 'desc').limit(1).executeTakeFirst()
  if (known || !last) return undefined
  return {
    removed: broken(last.record, current),
    declared: declaredIn(current),
    notices: await noticesOf(database),
  }
}

/**
 * Refuses to serve a contract that takes away sooner than this installation has promised: what it has published stays until
 * fourteen days after those who use it were told. Runs before the migrations, so that the former version goes on working.
 *
 * @throws {Error} that says what, who was told when, the earliest day, and how to tell them.
 */
export async function refuseEarlyEnds(database: Kysely<Database>, now = new Date()): Promise<void> {
  const ends = await endsHere(database)
  if (!ends) return
  const faults = [
    ...ends.removed.flatMap((one) => earlyRemoval(one, ends.notices, now)),
    ...ends.declared.flatMap((one) => earlyEnd(one, ends.notices, now)),
  ]
  if (faults.length === 0) return
  throw new Error(
    `This version of the API ends things sooner than developers were promised:
${faults.map((fault) => `  - ${fault}`).join('\n')}
Nothing was changed: the version that ran before goes on working. To tell developers what is not told yet, run this version’s
  npm run --silent taskwright -- contract announce
beside it. It says from when this version may start.`,
  )
}

/** What clients of the published contract would miss. Only releases are promises: what was in none may change. */
function broken(published: ContractRecord, current: ContractRecord): Difference[] {
  const found = compare(published, current).filter((one) => one.breaking)
  if (found.length === 0) return []
  const promised = new Set(storedReleases().flatMap((release) => compare(release, current).map((one) => one.says)))
  return found.filter((one) => promised.has(one.says))
}

function earlyRemoval(removed: Difference, notices: readonly Notice[], now: Date): string[] {
  const subject = `${removed.says} ${removed.change === 'removed' ? 'is gone' : 'is not what it was'}`
  const notice = noticeOfRemoval(removed, notices)
  if (notice?.toldAt === undefined) return [`${subject}, but nobody was told.`]
  if (endOf(notice) <= now.getTime()) return []
  return [`${subject}. ${whoWasTold(notice)} The earliest day is ${dayOf(endOf(notice))}.`]
}

/** What announced a removal: of several the one that ends first, one that is told before one that is not. */
export function noticeOfRemoval({ within }: Difference, notices: readonly Notice[]): Notice | undefined {
  const announced = notices.filter(({ subject, until }) => until !== '' && within.includes(subject))
  return announced.sort((a, b) => endOf(a) - endOf(b))[0]
}

function earlyEnd(one: Declared, notices: readonly Notice[], now: Date): string[] {
  const { what, deprecation } = one
  const notice = noticeOfEnd(one, notices)
  if (!notice && !isTooSoon(one, now)) return []
  const end = `The end of ${what} is ${deprecation.until}`
  const earliest = now.getTime() + noticeDays * dayMs
  if (!notice) return [`${end}, and nobody was told yet. The earliest day is ${dayOf(earliest)}.`]
  if (!isHeld(notice) || endOf(notice) <= now.getTime()) return []
  if (notice.toldAt === undefined) return [`${end}, and nobody was told yet.`]
  return [`${end}. ${whoWasTold(notice)} The earliest day is ${dayOf(endOf(notice))}.`]
}

/** What announced an end that is declared. */
export const noticeOfEnd = ({ subject, deprecation }: Declared, notices: readonly Notice[]): Notice | undefined =>
  notices.find((notice) => notice.subject === subject && notice.until === deprecation.until)

/** An end that was told as it was declared stands; one that had to be told later holds back the version that declares it. */
export const isHeld = ({ until, told }: Notice): boolean => told.until !== undefined && told.until > until

/** Whether who hears of an end only now has too little time. */
export const isTooSoon = ({ deprecation: { until } }: Declared, now: Date): boolean =>
  until !== undefined && Date.parse(until) < startOfDay(now.getTime() + noticeDays * dayMs)

/** The moment from which something may be gone, in milliseconds; Infinity while it is not told. */
export const endOf = ({ toldAt, told }: Notice): number =>
  toldAt ? Math.max(toldAt.getTime() + noticeDays * dayMs, Date.parse(told.until as string)) : Number.POSITIVE_INFINITY

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
