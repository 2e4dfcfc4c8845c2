import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { cpus, loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { type BrowserContext, chromium } from 'playwright-core'
import { readSettings } from '#settings.ts'
import { startServer } from '#start.ts'
import { chromiumOptions } from '#testing/chromium.ts'
import type { Hand } from './work-app/hand.ts'
import { heaviest, loadTable, type Opened, open } from './work-app/load.ts'
import { type Planted, plant } from './work-app/plant.ts'
import { interactionOf, interactionTable, type Measured, median, shiftList } from './work-app/report.ts'
import { type Scene, type Step, scenes, travels } from './work-app/steps.ts'
import { type Costs, costsTable, recorded } from './work-app/trace.ts'

/**
 * Measures the work app in headless Chromium with 10,000 tasks in the view: script of the first load, interaction to next paint,
 * layout shift, and what costs most: `node bench/work-app.ts`. The app is the one that `node scripts/build-web.js` built.
 * `--tasks`, `--rounds`, `--only list` for the scenes whose name holds a word, `--trace FOLDER` for the traces of the slowest.
 */
const { values: options } = parseArgs({
  options: {
    tasks: { type: 'string', default: '10000' },
    rounds: { type: 'string', default: '2' },
    only: { type: 'string', default: '' },
    verbose: { type: 'boolean', default: false },
    trace: { type: 'string' },
  },
})
const dataDir = await mkdtemp(join(tmpdir(), 'taskwright-bench-'))
const settings = readSettings({
  DATA_DIR: dataDir,
  PORT: '0',
  DEMO: 'false',
  LOG_LEVEL: 'error',
  RATE_LIMIT_PER_MINUTE: '0',
  LONGEST_DELAY: '0',
})
const began = performance.now()
const server = await startServer(settings)
const browser = await chromium.launch(chromiumOptions)
const opened: Opened[] = []
const measured: Measured[] = []
const costs: { name: string; costs: Costs }[] = []
if (options.trace) await mkdir(options.trace, { recursive: true })
try {
  console.log(`${cpus().length} cores, load ${loads()} before; Chromium ${browser.version()}, no window`)
  const planted = await plant(server.store, Number(options.tasks))
  console.log(`${options.tasks} tasks made after ${seconds()} s`)
  const person = await signIn(planted)
  for (const scene of scenes) if (scene.name.includes(options.only)) await play(person, scene, planted)
  if ('travels'.includes(options.only)) await travel(person, planted)
  print()
} finally {
  await browser.close()
  await server.stop()
  await rm(dataDir, { recursive: true, force: true })
}

async function signIn({ email, password }: Planted): Promise<BrowserContext> {
  const person = await browser.newContext({
    viewport: { width: 1280, height: 800 },
    locale: 'en-GB',
    // It would give what it has kept, and nothing would be sent.
    serviceWorkers: 'block',
  })
  await person.addInitScript({ path: join(import.meta.dirname, 'work-app/meter.browser.js') })
  person.setDefaultTimeout(20_000)
  const page = await person.newPage()
  await page.goto(`${server.url}/work/`)
  await page.getByLabel('Email address').fill(email)
  await page.getByLabel('Password').fill(password)
  await page.keyboard.press('Enter')
  // The server compresses each script once, when it is first asked for.
  await page.getByRole('main').getByRole('heading').first().waitFor()
  await page.close()
  person.setDefaultTimeout(8000)
  return person
}

async function play(person: BrowserContext, scene: Scene, planted: Planted): Promise<void> {
  const address = addressOf(scene, planted)
  for (const isCold of [true, true, false]) {
    const page = await person.newPage()
    const [one, hand] = await open(page, scene, address, isCold)
    // The first time the server reads and compresses what it gives out from memory later.
    if (isCold && opened.at(-1)?.scene === scene.name) opened.pop()
    opened.push(one)
    if (!isCold) {
      await scene.whole?.(hand)
      await hand.rest()
      await hand.take()
      await perform(hand, scene.name, scene.steps)
    }
    await page.close()
  }
}

async function travel(person: BrowserContext, planted: Planted): Promise<void> {
  const [list] = scenes
  if (!list) return
  const [, hand] = await open(await person.newPage(), list, addressOf(list, planted), false)
  await list.whole?.(hand)
  await perform(hand, 'from view to view', travels)
}

function addressOf({ address }: Scene, { folderId, taskId }: Planted): string {
  return encodeURI(`${server.url}/work${address.replace('{folder}', folderId).replace('{task}', taskId)}`)
}

/** Does each step in several rounds, then the slowest once more to look at what it costs. */
async function perform(hand: Hand, scene: string, steps: readonly Step[]): Promise<void> {
  const own: Measured[] = steps.map(({ name }) => ({ scene, step: name, rounds: [] }))
  for (let round = 0; round < Number(options.rounds); round++)
    for (const [at, step] of steps.entries()) {
      const taken = await once(hand, `${scene}: ${step.name}`, step)
      if (taken) own[at]?.rounds.push(taken)
    }
  measured.push(...own)
  if (options.rounds === '0') return
  const times = own.map(({ rounds }) => median(rounds.map(interactionOf)))
  const slowest = times.indexOf(Math.max(...times))
  const [step, before] = [steps[slowest], steps[slowest - 1]]
  if (!step) return
  const name = `${scene}: ${step.name}`
  if (step.goesOn && before) await once(hand, name, before)
  await once(hand, name, step, async (act) => {
    const found = await recorded(hand.page, act)
    costs.push({ name, costs: found })
    if (options.trace) await writeFile(join(options.trace, `${fileName(name)}.json`), found.trace)
  })
}

async function once(hand: Hand, name: string, step: Step, around = (act: () => Promise<void>) => act()) {
  const { page } = hand
  const from = performance.now()
  try {
    // A notice that a step left stands where the next one may aim.
    const closers = page.getByRole('button', { name: 'Close the notice' })
    while ((await closers.count()) > 0) await closers.first().click()
    await step.prepare?.(hand)
    await hand.rest()
    await hand.take()
    await around(async () => {
      await step.act(hand)
      await hand.rest()
    })
    const taken = await hand.take()
    await step.after?.(hand)
    await hand.rest()
    if (options.verbose)
      console.log(`${name}: ${interactionOf(taken)} ms, took ${Math.round(performance.now() - from)} ms`)
    return taken
  } catch (error) {
    console.error(`${name} could not be done: ${(error as Error).message.split('\n')[0]}`)
    const path = options.trace && join(options.trace, `${fileName(name)}.png`)
    if (path) await page.screenshot({ path }).catch(() => {})
    await page.keyboard.press('Escape')
    return undefined
  }
}

function print(): void {
  console.log(`\nFirst load, and opening views\n\n${loadTable(opened)}`)
  const first = opened.find(({ isCold }) => isCold)
  if (first) console.log(`\n${heaviest(first)}`)
  console.log(
    `\nInteractions. The browser tells their length in steps of 8 ms, from 16 ms on.\n\n${interactionTable(measured)}`,
  )
  const shifts = shiftList([
    ...opened.map(({ scene, taken }) => ({ where: scene, rounds: [taken] })),
    ...measured.map(({ scene, step, rounds }) => ({ where: `${scene}: ${step}`, rounds })),
  ])
  if (shifts) console.log(`\nWhat shifted\n\n${shifts}`)
  console.log(`\nWhat the slowest of each place cost\n\n${costsTable(costs)}`)
  console.log(`\nload ${loads()} after ${seconds()} s`)
}

function fileName(name: string): string {
  return name.replace(/\W+/g, '-')
}

function loads(): string {
  return loadavg()
    .map((one) => one.toFixed(1))
    .join(' ')
}

function seconds(): string {
  return ((performance.now() - began) / 1000).toFixed(0)
}
