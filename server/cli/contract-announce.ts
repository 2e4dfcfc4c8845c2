import { pino } from 'pino'
import { type Announcement, announce } from '#releases/announce.ts'
import { command } from './command.ts'

/** For a server that skipped the version which announced a removal: the database stays as the older version needs it. */
export const contractAnnounce = command({
  name: 'contract announce',
  says: 'Tells developers what this version of the API takes away; it may start 14 days later. The older server goes on.',
  options: {},
  run: async (_given, session) => {
    const { settings } = session
    const store = await session.storeAsItIs()
    const log = pino({ level: settings.logLevel }, process.stderr)
    const announcement = await announce({ settings, store, log })
    session.print(
      announcement
        ? words(announcement, settings.smtpUrl !== undefined)
        : 'This version of the API ends nothing sooner than developers were promised. It may start.',
    )
  },
})

/** What is printed. */
export function words({ ends, told, startsAt }: Announcement, isMailed: boolean): string {
  const way = isMailed ? 'by mail' : 'by mail that stays in the outbox, since there is no SMTP_URL'
  const people = `${told.length} ${told.length === 1 ? 'person' : 'people'}`
  return `This version of the API ends:
${ends.map(({ what, instead }) => `  - ${what}. Instead: ${instead}`).join('\n')}
${told.length > 0 ? `Told now, ${people}, ${way}: ${told.join(', ')}` : 'Nobody had to be told in this run.'}
${startsAt.getTime() > Date.now() ? `This version may start from ${minuteOf(startsAt)} on. Until then the version that serves goes on.` : 'This version may start.'}`
}

/** 2026-12-09 14:05 UTC, of the first whole minute that is not before. */
const minuteOf = (at: Date): string =>
  `${new Date(Math.ceil(at.getTime() / 60_000) * 60_000).toISOString().slice(0, 16).replace('T', ' ')} UTC`
