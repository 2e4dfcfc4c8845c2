import { afterAll, beforeAll, describe } from 'vitest'
import { gettingStarted } from './getting-started.ts'
import { heard } from './heard.ts'
import { beginMonth } from './month.ts'
import { planning } from './planning.ts'
import { working } from './working.ts'

let end: () => Promise<void>
beforeAll(async () => {
  end = await beginMonth()
})
afterAll(() => end())

describe('getting started', gettingStarted)
describe('planning', planning)
describe('working', () => {
  working()
  heard('account', 'project')
})
