import { expect, test } from 'vitest'
import type { Data } from '#testing/client.ts'
import { month } from './month.ts'
import { sameOnBoth } from './same-on-both.ts'
import { emailOf, joined, names } from './team.ts'

/** The last days of February: people, a place to work, what an admin sets up. */
export function gettingStarted(): void {
  test('everybody is invited and comes, one from outside', async () => {
    const { server, team } = month
    for (const name of names) {
      const external = name === 'Lena'
      await team.Anna.inTurn('post', '/invitations', { email: emailOf(name), firstName: name, role: 'User', external })
    }
    expect(await sameOnBoth(team.Anna, '/invitations')).toHaveLength(11)
    for (const name of names) team[name] = await joined(server, name)
    const invitations = await sameOnBoth(team.Anna, '/invitations')
    expect(invitations.map(({ status }) => status)).toEqual(names.map(() => 'Accepted'))
    const people = (await sameOnBoth(team.Anna, '/contacts')).filter(({ type }) => type === 'Person')
    expect(people.map(({ firstName }) => firstName).sort()).toEqual(['Anna', ...names])
    expect(people.filter(({ profiles }) => profiles[0].external).map(({ id }) => id)).toEqual([team.Lena.id])
  })

  test('Kim becomes an admin, and the diggers a group', async () => {
    const { Anna, Kim, Dina, Emil, Fay } = month.team
    const types = await Anna.get('/user_types')
    const admin = types.find(({ title }: Data) => /admin/i.test(title))
    await Anna.put(`/users/${Kim.id}`, { userTypeId: admin.id })
    const group = await Kim.inTurn('post', '/groups', { title: 'Diggers', members: [Dina.id, Emil.id] })
    await Kim.inTurn('put', `/groups/${group.id}`, { addMembers: [Fay.id] })
    const [diggers] = await sameOnBoth(Kim, `/groups/${group.id}`)
    expect(diggers.memberIds.sort()).toEqual([Dina.id, Emil.id, Fay.id].sort())
    expect((await sameOnBoth(Anna, `/contacts/${Kim.id}`))[0].profiles[0]).toMatchObject({ admin: true })
  })

  test('a listener of the whole account is there before the work begins', async () => {
    const { team, ledger, listeners } = month
    const { handshakes, url } = listeners.account
    await team.Anna.post('/webhooks', { hookUrl: url })
    expect(handshakes).toBe(0)
    ledger.listen('account', listeners.account, () => true)
  })

  test('a space for all of them but Lena', async () => {
    const { team, ledger } = month
    const roles = await team.Anna.get('/access_roles')
    const role = (name: string) => roles.find(({ title }: Data) => title === name)?.id
    const members = (Object.keys(team) as (keyof typeof team)[])
      .filter((name) => name !== 'Lena')
      .map((name) => {
        const isManager = name === 'Anna' || name === 'Kim'
        return { id: team[name].id, accessRoleId: role(isManager ? 'Full' : 'Editor'), isManager }
      })
    month.space = await team.Anna.post('/spaces', { title: 'Garden works', accessType: 'Private', members })
    ledger.note(month.space, team.Anna, 'FolderCreated')
  })

  test('fields, a status for waiting, and a public holiday', async () => {
    const { Kim } = month.team
    const settings = { decimalPlaces: 1 }
    const depth = await Kim.inTurn('post', '/customfields', { title: 'Depth', type: 'Numeric', settings })
    const supplier = await Kim.inTurn('post', '/customfields', { title: 'Supplier', type: 'Text' })
    await Kim.inTurn('put', `/customfields/${supplier.id}`, { title: 'Bought from' })
    month.fields = { depth, supplier }
    expect((await sameOnBoth(Kim, '/customfields')).map(({ title }) => title)).toEqual(['Depth', 'Bought from'])

    const [workflow] = await sameOnBoth(Kim, '/workflows')
    const customStatus = { name: 'Waiting for rain', group: 'Active', color: 'Blue' }
    await Kim.inTurn('put', `/workflows/${workflow.id}`, { customStatus })
    month.statuses = (await sameOnBoth(Kim, '/workflows'))[0].customStatuses
    expect(month.statuses.map(({ name }) => name)).toContain('Waiting for rain')

    const [schedule] = await Kim.get('/workschedules')
    month.schedule = schedule.id
    const holiday = { fromDate: '2026-03-19', toDate: '2026-03-19', exclusionType: 'PublicHolidays' }
    await Kim.post(`/workschedules/${schedule.id}/workschedule_exclusions`, holiday)
    expect(await Kim.get(`/workschedules/${schedule.id}/workschedule_exclusions`)).toMatchObject([holiday])
  })
}
