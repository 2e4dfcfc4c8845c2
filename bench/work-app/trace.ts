import { existsSync, readFileSync } from 'node:fs'
import { SourceMap, type SourceMapPayload } from 'node:module'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { table } from './report.ts'

/** What the main thread was busy with, in milliseconds, and the functions that took most of it. */
export interface Costs {
  byCategory: Map<string, number>
  functions: { name: string; where: string; ms: number }[]
  /** For a viewer, as the DevTools of Chromium. */
  trace: Buffer
}

const assets = join(import.meta.dirname, '../../web/dist/assets')

/** Events of a trace by what they are; all others count to the event around them. */
const categories: Record<string, string> = {
  FunctionCall: 'script',
  EvaluateScript: 'script',
  'v8.compile': 'script',
  RunMicrotasks: 'script',
  TimerFire: 'script',
  FireAnimationFrame: 'script',
  EventDispatch: 'script',
  MinorGC: 'garbage',
  MajorGC: 'garbage',
  'V8.GCScavenger': 'garbage',
  UpdateLayoutTree: 'style',
  Layout: 'layout',
  HitTest: 'layout',
  PrePaint: 'paint',
  Paint: 'paint',
  Layerize: 'paint',
  Commit: 'paint',
}

/** Records what a page is busy with while something is done. */
export async function recorded(page: Page, act: () => Promise<void>): Promise<Costs> {
  const browser = page.context().browser()
  if (!browser) throw new Error('The page has no browser')
  const session = await page.context().newCDPSession(page)
  await session.send('Profiler.enable')
  await session.send('Profiler.setSamplingInterval', { interval: 200 })
  await browser.startTracing(page, {
    categories: ['devtools.timeline', 'v8', 'v8.execute', 'blink.user_timing', 'latencyInfo', '__metadata'],
  })
  await session.send('Profiler.start')
  await act()
  const { profile } = await session.send('Profiler.stop')
  const trace = await browser.stopTracing()
  await session.detach()
  return { byCategory: categoriesOf(trace), functions: functionsOf(profile), trace }
}

interface TraceEvent {
  name: string
  ph: string
  pid: number
  tid: number
  ts: number
  dur?: number
  args: { name?: string }
}

/** Time of its own that each category took on the main threads of pages. */
function categoriesOf(trace: Buffer): Map<string, number> {
  const { traceEvents } = JSON.parse(trace.toString()) as { traceEvents: TraceEvent[] }
  const main = new Set(
    traceEvents
      .filter(({ name, args }) => name === 'thread_name' && args.name === 'CrRendererMain')
      .map(({ pid, tid }) => `${pid} ${tid}`),
  )
  const events = traceEvents
    .filter(({ ph, pid, tid, name }) => ph === 'X' && main.has(`${pid} ${tid}`) && name in categories)
    .sort((one, other) => one.ts - other.ts || (other.dur ?? 0) - (one.dur ?? 0))
  const sums = new Map<string, number>()
  const around: { end: number; category: string }[] = []
  const add = (category: string, micros: number) => sums.set(category, (sums.get(category) ?? 0) + micros / 1000)
  for (const { name, ts, dur = 0 } of events) {
    while (around.length > 0 && (around.at(-1)?.end ?? 0) <= ts) around.pop()
    const category = categories[name] as string
    const outer = around.at(-1)
    if (outer) add(outer.category, -dur)
    add(category, dur)
    around.push({ end: ts + dur, category })
  }
  return sums
}

interface Profile {
  nodes: { id: number; callFrame: { functionName: string; url: string; lineNumber: number; columnNumber: number } }[]
  samples?: number[]
  timeDeltas?: number[]
}

/** The functions in which most samples were taken, by the names of our sources. */
function functionsOf({ nodes, samples = [], timeDeltas = [] }: Profile): Costs['functions'] {
  const byId = new Map(nodes.map((node) => [node.id, node.callFrame]))
  const sums = new Map<string, { name: string; where: string; ms: number }>()
  for (const [at, id] of samples.entries()) {
    const frame = byId.get(id)
    if (!frame || ['(root)', '(program)', '(idle)'].includes(frame.functionName)) continue
    const { name, where } = sourceOf(frame)
    const known = sums.get(`${name} ${where}`) ?? { name, where, ms: 0 }
    known.ms += (timeDeltas[at] ?? 0) / 1000
    sums.set(`${name} ${where}`, known)
  }
  return [...sums.values()].sort((one, other) => other.ms - one.ms)
}

const maps = new Map<string, SourceMap | undefined>()

function sourceOf(frame: Profile['nodes'][number]['callFrame']): { name: string; where: string } {
  const name = frame.functionName || '(anonymous)'
  const file = /\/work\/assets\/(.+\.js)$/.exec(frame.url)?.[1]
  if (!file) return { name, where: frame.url === '' ? 'browser' : frame.url }
  if (!maps.has(file)) maps.set(file, mapOf(file))
  const found = maps.get(file)?.findEntry(frame.lineNumber, frame.columnNumber)
  if (!found || !('originalSource' in found)) return { name, where: file }
  const path = found.originalSource.replace(/^.*?(node_modules|web\/src|sdk\/src|src)\//, '$1/')
  return { name: ('name' in found && String(found.name)) || name, where: `${path}:${found.originalLine + 1}` }
}

/** None for what the bundler alone has written. */
function mapOf(file: string): SourceMap | undefined {
  const path = join(assets, `${file}.map`)
  return existsSync(path) ? new SourceMap(JSON.parse(readFileSync(path, 'utf8')) as SourceMapPayload) : undefined
}

export function costsTable(named: readonly { name: string; costs: Costs }[]): string {
  const kinds = ['script', 'garbage', 'style', 'layout', 'paint']
  const sums = named.map(({ name, costs: { byCategory, functions } }) => [
    name,
    ...kinds.map((kind) => Math.round(byCategory.get(kind) ?? 0)),
    functions
      .slice(0, 10)
      .map(({ name: called, where, ms }) => `${called} (${where}) ${ms.toFixed(0)}`)
      .join('<br>'),
  ])
  return table(['what', ...kinds.map((kind) => `${kind}, ms`), 'functions that took most, ms of their own'], sums)
}
