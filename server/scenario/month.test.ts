import { afterAll, beforeAll, describe } from 'vitest'
import { approving } from './approving.ts'
import { copying } from './copying.ts'
import { files } from './files.ts'
import { gettingStarted } from './getting-started.ts'
import { heard } from './heard.ts'
import { beginMonth } from './month.ts'
import { planning } from './planning.ts'
import { recurring } from './recurring.ts'
import { time } from './time.ts'
import { working } from './working.ts'

let end: (() => Promise<void>) | undefined
beforeAll(async () => {
  end = await beginMonth()
})
afterAll(() => end?.())

describe('getting started', gettingStarted)
describe('planning', planning)
describe('working', () => {
  working()
  heard('account', 'project')
})
describe('files', () => {
  files()
  heard('project')
})
describe('time', time)
describe('approving', approving)
describe('recurring', recurring)
describe('copying', copying)
describe('the end', () => heard('account', 'project'))
