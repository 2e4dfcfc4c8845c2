import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Data } from '#testing/client.ts'
import { type NotifiedWorld, startNotifiedWorld } from '#testing/notified-world.ts'
import type { Person } from '#testing/people.ts'
import { serveTheDay } from './daily-job.ts'
import { forgetNotifications } from './forget.ts'
import { sendDueMails } from './mails.ts'

let world: NotifiedWorld
beforeAll(async () => {
  world = await startNotifiedWorld()
})
afterAll(() => world.close())

const mailsTo = async (name: string) =>
  (
    await world.store.pool.query('select * from outbox_mail where recipient = $1 order by mail_id', [
      `${name}@example.com`,
    ])
  ).rows as { subject: string; text: string; headers: Record<string, string> }[]
/** Lets the time pass that a mail waits, and sends it. */
const waited = async () => {
  await world.told()
  await world.store.pool.query(
    `update notification_reader set mail_due_at = now() where mail_due_at < now() + interval '2 minutes'`,
  )
  await sendDueMails(world.services, () => false)
}
const assigned = (who: Person, title: string): Promise<Data> => world.task({ title, responsibles: [who.id] })

describe('a mail at once', () => {
  test('tells of what is unread, together, with a link that ends such mail', async () => {
    const hal = await world.person('Hal')
    const [first] = [await assigned(hal, 'Prune <b>'), await assigned(hal, 'Water')]
    const read = await assigned(hal, 'Seen already')
    const [seen] = await world.inbox(hal)
    await hal.put(`/notifications/${seen?.id}`, { read: true })
    await waited()
    const [mail, ...more] = await mailsTo('hal')
    expect(more).toEqual([])
    expect(mail?.subject).toBe('2 new notifications in Acme')
    expect(mail?.text).toContain('Prune <b>\n- Anna Ash assigned it to you')
    expect(mail?.text).toContain('Water')
    expect(mail?.text).not.toContain(read.title)
    expect(mail?.text).toContain(first.permalink.split('?')[1])
    const link = /<(.*)>/.exec(mail?.headers['List-Unsubscribe'] ?? '')?.[1] ?? ''
    const { pathname, search } = new URL(link)
    expect((await fetch(`${world.url}${pathname}${search}`, { method: 'POST' })).status).toBe(200)
    expect((await hal.get('/notification_preferences')).body.data[0].mails).toBe(false)
    await assigned(hal, 'Quiet')
    await waited()
    expect(await mailsTo('hal')).toHaveLength(1)
    expect((await world.inbox(hal))[0]).toMatchObject({ title: 'Quiet' })
  })

  test('comes at most once in ten minutes: what follows waits for the next', async () => {
    const ida = await world.person('Ida')
    await assigned(ida, 'One')
    await waited()
    await assigned(ida, 'Two')
    await assigned(ida, 'Three')
    await waited()
    expect((await mailsTo('ida')).map(({ subject }) => subject)).toEqual(['One: Anna Ash assigned it to you'])
    const { rows } = await world.store.pool.query(
      'select mail_due_at - mailed_at = $2::interval as later from notification_reader where person_id = $1',
      [ida.personId, '10 minutes'],
    )
    expect(rows).toEqual([{ later: true }])
    await world.store.pool.query('update notification_reader set mail_due_at = now() where person_id = $1', [
      ida.personId,
    ])
    await sendDueMails(world.services, () => false)
    expect((await mailsTo('ida'))[1]?.subject).toBe('2 new notifications in Acme')
  })

  test('tells nothing that is hidden by then, and is not sent for nothing', async () => {
    const jo = await world.person('Jo')
    const task = await world.task({
      in: await world.folder({ in: { id: world.root }, title: 'Own' }),
      responsibles: [jo.id],
    })
    await world.told()
    await world.anna.put(`/tasks/${task.id}`, { removeResponsibles: [jo.id], removeShareds: [jo.id] })
    await waited()
    expect(await mailsTo('jo')).toEqual([])
  })
})

describe('once a day, in the morning of their own time zone', () => {
  const zone = (who: Person, timeZone: string) =>
    world.store.pool.query('update person set time_zone = $2 where person_id = $1', [who.personId, timeZone])

  test('people are reminded of dates, once for each, and get a summary by mail', async () => {
    const kai = await world.person('Kai')
    await zone(kai, 'Asia/Tokyo')
    const due = (title: string, day: string) =>
      world.task({ title, responsibles: [kai.id], dates: { start: day, due: day } })
    await due('Due today', '2026-12-01')
    await due('Due tomorrow', '2026-12-02')
    await due('Due later', '2026-12-04')
    await due('Overdue', '2026-11-30')
    const over = await due('Done', '2026-11-30')
    await world.anna.put(`/tasks/${over.id}`, { status: 'Completed' })
    const reminders = async () =>
      (await world.inbox(kai, { kinds: ['DueSoon', 'Overdue'] })).map(({ kind, title }) => `${kind}: ${title}`)
    // Six o'clock in Tokyo, then a quarter past seven.
    await serveTheDay(world.services, new Date('2026-11-30T21:00:00Z'))
    expect(await reminders()).toEqual([])
    await serveTheDay(world.services, new Date('2026-11-30T22:15:00Z'))
    await serveTheDay(world.services, new Date('2026-11-30T23:15:00Z'))
    expect((await reminders()).sort()).toEqual(['DueSoon: Due today', 'DueSoon: Due tomorrow', 'Overdue: Overdue'])
    const daily = (await mailsTo('kai')).filter(({ subject }) => subject === 'Your day in Acme')
    expect(daily).toHaveLength(1)
    expect(daily[0]?.text).toContain('Due tomorrow\n- due 2026-12-02')
    expect(daily[0]?.text).toContain('Overdue\n- was due 2026-11-30')
    // The next morning only what is new.
    await serveTheDay(world.services, new Date('2026-12-01T22:15:00Z'))
    expect((await reminders()).filter((one) => one.startsWith('DueSoon'))).toHaveLength(2)
    expect(await reminders()).toContain('Overdue: Due today')
  })

  test('kinds that somebody wants in the summary wait for it', async () => {
    const lea = await world.person('Lea')
    await lea.put('/notification_preferences', { kinds: [{ kind: 'Assigned', delivery: 'Daily' }] })
    await assigned(lea, 'For the summary')
    await waited()
    expect(await mailsTo('lea')).toEqual([])
    await serveTheDay(world.services, new Date('2027-01-05T08:00:00Z'))
    expect((await mailsTo('lea'))[0]?.text).toContain('For the summary')
  })
})

test('what was read is deleted after 90 days, what was not stays', async () => {
  const max = await world.person('Max')
  await assigned(max, 'Read')
  await assigned(max, 'Unread')
  const list = await world.inbox(max)
  await max.put(`/notifications/${list.find(({ title }) => title === 'Read')?.id}`, { read: true })
  await world.store.pool.query(
    `update notification set read_at = read_at - interval '91 days' where read_at is not null`,
  )
  await forgetNotifications(world.store.database)
  expect((await world.inbox(max)).map(({ title }) => title)).toEqual(['Unread'])
})
