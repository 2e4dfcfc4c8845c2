import { execFile } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { expect, test } from 'vitest'
import { plantIds } from '#testing/planted.ts'
import { canRun, runSamples } from '#testing/run-samples.ts'
import { startWorld } from '#testing/world.ts'
import { apis } from '../apis.ts'
import { asText } from './call.ts'
import { callOf } from './call-of.ts'
import { python } from './python.ts'
import { samplesOf } from './samples.ts'
import { typescript } from './typescript.ts'

/** What programs that people copy are held to beside running. */
const calls = Object.values(apis).flatMap((api) =>
  [...api.operations.values()].flatMap((operation) =>
    operation.paths.map((path) => ({ name: `${api.version} ${operation.id} ${path}`, api, operation, path })),
  ),
)

test('programs that read pages print the same, however long a page is', async () => {
  const world = await startWorld()
  const ids = await plantIds(world)
  const paged = calls.filter(({ api, operation }) => api.version === 'v4' && operation.pageToken)
  for (const [language, write] of [['typescript', typescript] as const, ['python', python] as const]) {
    if (!canRun(language)) continue
    const run = async (pageSize: number) => {
      const programs = paged.map(({ name, api, operation, path }) => {
        const call = callOf(api, operation, path, ids)
        const query = { ...call.query, ...(call.pageToken ? { pageSize } : {}) }
        return { name, text: write({ ...call, query }) }
      })
      return runSamples(language, programs, { url: world.url, token: world.anna.token })
    }
    const short = await run(1)
    expect(short).toEqual(await run(100))
    const tasks = short.find(({ name }) => name === 'v4 queryTasks /tasks')
    expect(tasks?.printed.split('\n').length).toBeGreaterThan(3)
  }
  await world.close()
}, 30_000)

test('programs in TypeScript pass the compiler at its strictest', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'taskwright-samples-'))
  const modules = fileURLToPath(new URL('../../../node_modules', import.meta.url))
  await Promise.all(
    calls.map(({ api, operation, path }, at) =>
      writeFile(join(folder, `${at}.ts`), typescript(callOf(api, operation, path))),
    ),
  )
  await writeFile(
    join(folder, 'tsconfig.json'),
    JSON.stringify({
      compilerOptions: {
        noEmit: true,
        strict: true,
        noUncheckedIndexedAccess: true,
        erasableSyntaxOnly: true,
        module: 'nodenext',
        target: 'esnext',
        moduleDetection: 'force',
        types: ['node'],
        typeRoots: [join(modules, '@types')],
      },
    }),
  )
  await writeFile(join(folder, 'package.json'), '{"type":"module"}')
  const compiler = [join(modules, 'typescript/bin/tsc'), '-p', folder]
  const faults = await promisify(execFile)(process.execPath, compiler).then(
    () => '',
    ({ stdout }: { stdout: string }) => stdout,
  )
  expect(faults).toBe('')
  await rm(folder, { recursive: true })
}, 30_000)

test('samples in all languages make one and the same call', () => {
  for (const { name, api, operation, path } of calls) {
    const call = callOf(api, operation, path)
    for (const { language, text } of samplesOf(call)) {
      const said = { name, language, text }
      const parts = [call.path, ...Object.keys(call.query), ...leaves(call.query), ...leaves(call.body)]
      expect({ ...said, missing: parts.filter((part) => !text.includes(part)) }).toEqual({ ...said, missing: [] })
      if (call.method !== 'GET' && !(language === 'curl' && call.method === 'POST')) expect(text).toContain(call.method)
    }
  }
})

test('samples read server and token from the environment, and show no id that the server could have', () => {
  for (const { api, operation, path } of calls)
    for (const { text } of samplesOf(callOf(api, operation, path))) {
      expect(text).toMatch(/TASKWRIGHT_URL[\s\S]*TASKWRIGHT_TOKEN|TASKWRIGHT_TOKEN[\s\S]*TASKWRIGHT_URL/)
      expect(text).not.toMatch(/undefined|\[object|\{\w+Ids?\}/)
    }
})

/** Texts and numbers in a value, however deep. */
function leaves(value: unknown): string[] {
  if (value === null || value === undefined || typeof value === 'boolean') return []
  if (typeof value === 'object') return Object.values(value).flatMap(leaves)
  return [asText(value)]
}
