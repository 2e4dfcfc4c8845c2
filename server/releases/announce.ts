import { serverSecret } from '#database/secret.ts'
import type { Services } from '#http/services.ts'
import { today } from './contract-record.ts'
import { type Declared, declaredIn } from './declared.ts'
import type { Difference } from './difference.ts'
import { daysAfter, noticeDays } from './faults.ts'
import { type Notice, noticesOf } from './notices.ts'
import { endOf, endsHere, isHeld, isTooSoon, noticeOfEnd, noticeOfRemoval } from './publication.ts'
import { storedReleases } from './stored-releases.ts'
import { tellOfNotices } from './tell.ts'

/** What this version ends sooner than was promised here, and from when it may. */
export interface Announcement {
  /** Each with what to use instead. */
  ends: { what: string; instead: string }[]
  /** Addresses of those who were told in this run. */
  told: string[]
  startsAt: Date
}

/**
 * Announces, for a version that does not serve here yet, what it takes away: for installations that skipped the version
 * which announced it, or upgrade when its end has come. Writes the notices and the mail, on the schema of the version that
 * serves; nothing else. What is announced already is not announced again.
 *
 * @param releases where it is found what replaces something that is gone
 * @returns undefined where this version ends nothing sooner than promised
 * @throws {Error} if something is gone that no release declared: nobody could be told what to use instead
 */
export async function announce(
  services: Pick<Services, 'settings' | 'store' | 'log'>,
  releases = storedReleases(),
): Promise<Announcement | undefined> {
  const { database } = services.store
  const { removed, declared, notices } = (await endsHere(database)) ?? { removed: [], declared: [], notices: [] }
  const ending = declared.filter(({ deprecation }) => deprecation.until !== undefined)
  const early = ending.filter((one) => {
    const notice = noticeOfEnd(one, notices)
    return notice ? isHeld(notice) : isTooSoon(one, new Date())
  })
  if (removed.length === 0 && early.length === 0) return undefined

  const rows = [
    ...declarationsOf(
      removed.filter((one) => !noticeOfRemoval(one, notices)),
      releases,
    ).map((one) => noticeRow(one, lastDay(one))),
    // All ends: those that leave time enough today would not when this version starts.
    ...ending.filter((one) => !noticeOfEnd(one, notices)).map((one) => noticeRow(one, one.deprecation.until as string)),
  ]
  if (rows.length > 0)
    await database
      .insertInto('deprecation_notice')
      .values(rows)
      .onConflict((same) => same.columns(['subject', 'until']).doNothing())
      .execute()
  const told = await tellOfNotices({ ...services, secret: await serverSecret(database) })

  const known = await noticesOf(database)
  const all = [
    ...removed.map((one) => ({ what: one.says, notice: noticeOfRemoval(one, known) as Notice })),
    ...early.map((one) => ({ what: one.what, notice: noticeOfEnd(one, known) as Notice })),
  ]
  return {
    ends: all.map(({ what, notice }) => ({ what, instead: notice.told.instead })),
    told: told.toSorted(),
    startsAt: new Date(Math.max(...all.map(({ notice }) => endOf(notice)))),
  }
}

/** How the releases declared what is gone, each once: the latest release that gave it an end, most narrowly. */
function declarationsOf(removed: readonly Difference[], releases: ReturnType<typeof storedReleases>): Declared[] {
  const declared = releases.map(declaredIn).reverse().flat()
  const withEnd = declared.filter(({ deprecation }) => deprecation.until !== undefined)
  const found = removed.map(({ within }) =>
    within.toReversed().flatMap((subject) => withEnd.find((one) => one.subject === subject) ?? []),
  )
  const silent = removed.filter((_, at) => found[at]?.length === 0)
  if (silent.length > 0)
    throw new Error(
      `Nothing was announced. No release says what replaces: ${silent.map(({ says }) => says).join('; ')}. Use a version of Taskwright that declares its end.`,
    )
  return [...new Map(found.map(([one]) => [one?.subject, one as Declared])).values()]
}

/** yyyy-MM-dd: the day up to which it works, whatever was declared: nobody has heard of it before. */
function lastDay({ deprecation: { until = '' } }: Declared): string {
  const earliest = daysAfter(today(), noticeDays)
  return until > earliest ? until : earliest
}

/** @param until the end that the notice is known by; told is one that leaves time enough */
const noticeRow = (one: Declared, until: string) => ({
  subject: one.subject,
  until,
  what: one.what,
  declared: { ...one.deprecation, until: lastDay(one) },
  used_as: [...one.usedAs],
})
