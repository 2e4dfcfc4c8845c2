import { afterAll, beforeAll, describe } from 'vitest'
import { approving } from './approving.ts'
import { audit } from './audit.ts'
import { copying } from './copying.ts'
import { exported, exporting } from './exporting.ts'
import { files } from './files.ts'
import { gettingStarted } from './getting-started.ts'
import { guest } from './guest.ts'
import { heard } from './heard.ts'
import { launching } from './launching.ts'
import { taken } from './member.ts'
import { beginMonth, month } from './month.ts'
import { planning } from './planning.ts'
import { recurring } from './recurring.ts'
import { compared } from './same-on-both.ts'
import { time } from './time.ts'
import { working } from './working.ts'

let end: (() => Promise<void>) | undefined
beforeAll(async () => {
  end = await beginMonth()
})
afterAll(async () => {
  await end?.()
  const { account, project, guest } = month.listeners
  const events = [account, project, guest].map((listener) => listener.events.length)
  // Shown with SCENARIO_FIGURES=1.
  if (process.env.SCENARIO_FIGURES) console.log(JSON.stringify({ taken, compared, exported, events }))
})

describe('getting started', gettingStarted)
describe('launching', launching)
describe('planning', planning)
describe('working', () => {
  working()
  heard('account', 'project')
})
describe('a guest', guest)
describe('files', () => {
  files()
  heard('project')
})
describe('time', time)
describe('approving', approving)
describe('recurring', recurring)
describe('copying', copying)
describe('the audit log', audit)
describe('exporting', exporting)
describe('the end', () => heard('account', 'project', 'guest'))
