import { describe, expect, test } from 'vitest'
import type { Operation } from '#contract/operation.ts'
import { plantIds } from '#testing/planted.ts'
import { canRun, type Runnable, runSamples } from '#testing/run-samples.ts'
import { startV3World } from '#testing/v3-world.ts'
import { startWorld, type World } from '#testing/world.ts'
import { type Api, apis } from '../apis.ts'
import type { Call } from './call.ts'
import { callOf } from './call-of.ts'
import type { Ids } from './ids-in-path.ts'
import { type Language, samplesOf } from './samples.ts'

/**
 * Every sample of the reference is run, for each path of each operation, with ids of things there are in place of those
 * that the pages show. One world for each language and version: what reads comes first, then what makes, changes, and
 * last what deletes: inner things before those that hold them.
 */
const worlds = { v4: v4World, v3: v3World }

const languages = (['curl', 'typescript', 'python'] as const).filter(canRun)

describe.concurrent.each(languages)('samples in %s', (language) => {
  test.each(['v4', 'v3'] as const)(
    'of %s all do what they say',
    async (version) => {
      const { world, token } = await worlds[version]()
      const planted = [await plantIds(world)]
      if (version === 'v4') planted.push(await plantIds(world), await plantIds(world))
      const all = inOrder(apis[version]).map((one) => {
        const ids = planted[plantings[one.operation.id] ?? 0] as Ids
        return runnable(language, one, { ...ids, fileName: 'plan.png' })
      })
      const ran = await runSamples(language, all, { url: world.url, token })
      expect(ran.filter(({ failed }) => failed)).toEqual([])
      expect(ran.length).toBeGreaterThan(version === 'v4' ? 230 : 80)
      await world.close()
    },
    // Six servers at once in one process: alone it is half a minute, beside another file a whole one.
    180_000,
  )
})

async function v4World() {
  const world = await startWorld()
  return { world: world as World, token: world.anna.token }
}

async function v3World() {
  const world = await startV3World()
  return { world: world as World, token: world.v3.token }
}

type Case = { api: Api; operation: Operation; path: string }

const holders = ['deleteWorkSchedule', 'deleteTask', 'deleteFolder', 'deleteSpace']
/** The timer that runs already is changed and thrown away before another is started and becomes a time log. */
const early = ['updateTimer', 'deleteTimer']
const rank = ({ operation: { id, method } }: Case) =>
  early.includes(id) ? 0.5 : ['GET', 'POST', 'PUT', 'DELETE'].indexOf(method) + holders.indexOf(id) + 1

/** What they change would be closed by a sample before them: they get things of their own. */
const plantings: Record<string, number> = { finishApproval: 1, updateTimesheetRow: 1, cancelApproval: 2 }

function inOrder(api: Api): Case[] {
  const cases = [...api.operations.values()].flatMap((operation) =>
    operation.paths.map((path) => ({ api, operation, path })),
  )
  return cases.sort((one, other) => rank(one) - rank(other))
}

const sampleIn = (language: Language, call: Call): string =>
  samplesOf(call).find((sample) => sample.language === language)?.text ?? ''

const runnable = (language: Language, { api, operation, path }: Case, ids: Ids): Runnable => ({
  name: `${operation.id}: ${operation.method} ${path}`,
  text: sampleIn(language, callOf(api, operation, path, ids)),
})
