import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Data } from '#testing/client.ts'
import type { Person } from '#testing/people.ts'
import { startWorld, type World } from '#testing/world.ts'

/** What each type of user may do with a place that is shared with it with the role Full, and with the account. */
let world: World
let place: Data
let people: Record<'owner' | 'admin' | 'regular' | 'external' | 'collaborator', Person>
beforeAll(async () => {
  world = await startWorld()
  people = {
    owner: world.anna,
    admin: await world.person('Ada', { role: 'admin' }),
    regular: await world.person('Rob'),
    external: await world.person('Olga', { role: 'external' }),
    collaborator: await world.person('Carl', { role: 'collaborator' }),
  }
  const shareds = Object.values(people).map((person) => person.id)
  place = await world.folder({ title: 'Place', shareds })
})
afterAll(() => world.close())

const everybody = ['owner', 'admin', 'regular', 'external', 'collaborator'] as const
const users = ['owner', 'admin', 'regular', 'external'] as const
const insiders = ['owner', 'admin', 'regular'] as const
const admins = ['owner', 'admin'] as const
type Kind = (typeof everybody)[number]

let counter = 0
const task = () => world.task({ in: place })
const folder = () => world.folder({ in: place })
const log = { comment: '', hours: 1, trackedDate: '2026-03-02' }

/** What is done, who may, and the call. */
const rights: [string, readonly Kind[], (who: Person) => Promise<{ status: number; body: { error?: string } }>][] = [
  ['read what is shared', everybody, async (who) => who.get(`/folders/${place.id}/tasks`)],
  ['comment on a task', everybody, async (who) => who.post(`/tasks/${(await task()).id}/comments`, { text: 'x' })],
  [
    'change the status of a task',
    everybody,
    async (who) => who.put(`/tasks/${(await task()).id}`, { status: 'Completed' }),
  ],
  ['record time', users, async (who) => who.post(`/tasks/${(await task()).id}/timelogs`, log)],
  ['create a task', users, async (who) => who.post(`/folders/${place.id}/tasks`, { title: 'x' })],
  ['rename a task', users, async (who) => who.put(`/tasks/${(await task()).id}`, { title: 'y' })],
  ['delete a task', users, async (who) => who.delete(`/tasks/${(await task()).id}`)],
  ['create a folder', users, async (who) => who.post(`/folders/${place.id}/folders`, { title: 'x' })],
  ['rename a folder', users, async (who) => who.put(`/folders/${(await folder()).id}`, { title: 'y' })],
  ['delete a folder', users, async (who) => who.delete(`/folders/${(await folder()).id}`)],
  ['create at the root', users, async (who) => who.post(`/folders/${world.root}/folders`, { title: 'x' })],
  [
    'share a folder',
    insiders,
    async (who) => who.put(`/folders/${(await folder()).id}`, { addShareds: [world.ben.id] }),
  ],
  ['share a task', insiders, async (who) => who.put(`/tasks/${(await task()).id}`, { addShareds: [world.ben.id] })],
  ['create a space', insiders, async (who) => who.post('/spaces', { accessType: 'Private', title: 'x' })],
  ['invite', insiders, async (who) => who.post('/invitations', { email: `n${counter++}@example.com` })],
  ['create a custom field', insiders, async (who) => who.post('/customfields', { title: 'x', type: 'Text' })],
  ['create a workflow', admins, async (who) => who.post('/workflows', { name: `x${counter++}` })],
  ['create a group', admins, async (who) => who.post('/groups', { title: `x${counter++}` })],
  ['switch a user off and on', admins, async (who) => who.put(`/users/${world.dan.id}`, { active: true })],
  [
    'write metadata of the account',
    admins,
    async (who) => who.put('/account', { metadata: [{ key: 'k', value: 'v' }] }),
  ],
]

for (const [what, may, call] of rights) {
  describe(what, () => {
    for (const kind of everybody) {
      const allowed = may.includes(kind)
      test(`${kind}: ${allowed ? 'may' : 'may not'}`, async () => {
        const { status, body } = await call(people[kind])
        expect({ status, error: body.error }).toEqual(
          allowed ? { status: 200, error: undefined } : { status: 403, error: 'not_allowed' },
        )
      })
    }
  })
}
