import { afterAll, beforeAll, expect, test } from 'vitest'
import { bound } from '#resources/index.ts'
import { pathNames } from '#testing/samples.ts'
import { startV3World, type V3World } from '#testing/v3-world.ts'
import { operations } from './operations/index.ts'

/** All that v3 was: a method and a path each. What was of one account lay below its id. */
const pairs = `
GET /accounts
GET /accounts/:id
PUT /accounts/:id
GET /contacts
GET /accounts/:id/contacts
GET /contacts/:id
PUT /contacts/:id
GET /users/:id
PUT /users/:id
GET /accounts/:id/groups
POST /accounts/:id/groups
GET /groups/:id
PUT /groups/:id
DELETE /groups/:id
GET /accounts/:id/invitations
POST /accounts/:id/invitations
PUT /invitations/:id
DELETE /invitations/:id
GET /accounts/:id/workflows
POST /accounts/:id/workflows
PUT /workflows/:id
GET /customfields
GET /accounts/:id/customfields
GET /customfields/:id
POST /accounts/:id/customfields
PUT /customfields/:id
GET /folders
GET /accounts/:id/folders
GET /folders/:id/folders
GET /folders/:id
POST /accounts/:id/folders
POST /folders/:id/folders
POST /copy_folder/:id
PUT /folders/:id
DELETE /folders/:id
GET /tasks
GET /accounts/:id/tasks
GET /folders/:id/tasks
GET /tasks/:id
POST /folders/:id/tasks
PUT /tasks/:id
DELETE /tasks/:id
GET /comments
GET /accounts/:id/comments
GET /folders/:id/comments
GET /tasks/:id/comments
GET /comments/:id
POST /folders/:id/comments
POST /tasks/:id/comments
PUT /comments/:id
DELETE /comments/:id
GET /accounts/:id/attachments
GET /folders/:id/attachments
GET /tasks/:id/attachments
GET /attachments/:id
GET /attachments/:id/download
GET /attachments/:id/preview
GET /attachments/:id/url
POST /folders/:id/attachments
POST /tasks/:id/attachments
PUT /attachments/:id
DELETE /attachments/:id
GET /tasks/:id/dependencies
GET /dependencies/:id
POST /tasks/:id/dependencies
PUT /dependencies/:id
DELETE /dependencies/:id
GET /timelogs
GET /accounts/:id/timelogs
GET /contacts/:id/timelogs
GET /folders/:id/timelogs
GET /tasks/:id/timelogs
GET /timelog_categories/:id/timelogs
GET /timelogs/:id
POST /tasks/:id/timelogs
PUT /timelogs/:id
DELETE /timelogs/:id
GET /accounts/:id/timelog_categories
POST /accounts/:id/webhooks
POST /folders/:id/webhooks
GET /webhooks
GET /accounts/:id/webhooks
GET /webhooks/:id
PUT /webhooks/:id
DELETE /webhooks/:id
GET /version
GET /ids
GET /colors`
  .trim()
  .split('\n')

let world: V3World
beforeAll(async () => {
  world = await startV3World()
})
afterAll(() => world.close())

const shape = (path: string) => path.replace(/\{\w+\}/g, ':id')
const optionalName = '{fileName}'

test('88 pairs of method and path, and no others, have an operation', () => {
  expect(pairs).toHaveLength(88)
  const told = operations.flatMap(({ method, paths }) =>
    paths.filter((path) => !path.endsWith(optionalName)).map((path) => `${method} ${shape(path)}`),
  )
  expect(told.toSorted()).toEqual(pairs.toSorted())
})

test('the name of a file may follow where it is downloaded or previewed, nowhere else', () => {
  const named = operations.flatMap(({ paths }) => paths.filter((path) => path.endsWith(optionalName)))
  expect(named.map((path) => shape(path.replace(`/${optionalName}`, '')))).toEqual([
    '/attachments/:id/download',
    '/attachments/:id/preview',
  ])
})

test('each is served, other methods on its path are not', async () => {
  const served = new Set(pairs)
  const paths = new Set(pairs.map((pair) => pair.split(' ')[1] as string))
  for (const path of paths)
    for (const method of ['GET', 'POST', 'PUT', 'DELETE']) {
      const response = await world.v3.raw(path.replace(':id', 'x'), { method })
      const { error } = response.ok ? { error: undefined } : ((await response.json()) as { error: string })
      const isServed = error !== 'method_not_found' && !response.headers.has('allow')
      expect(`${method} ${path}: ${isServed}`).toBe(`${method} ${path}: ${served.has(`${method} ${path}`)}`)
    }
})

test('what only v4 has is not found', async () => {
  const known = new Set(pairs.map((pair) => pair.split(' ')[1]))
  // A path of v4 that looks like one of v3 with an id in its place.
  const matches = (path: string) =>
    [...known].some((one) => new RegExp(`^${one?.replaceAll(':id', '[^/]+')}(/[^/]+)?$`).test(path))
  const paths = bound.flatMap(({ operation }) => operation.paths).filter((path) => !matches(path))
  expect(paths.length).toBeGreaterThan(50)
  for (const path of new Set(paths)) {
    const asked = pathNames(path).reduce((text, name) => text.replace(`{${name}}`, 'x'), path)
    const { status, body } = await world.v3.get(asked)
    expect({ path, status, error: body.error }).toEqual({ path, status: 404, error: 'method_not_found' })
  }
})
