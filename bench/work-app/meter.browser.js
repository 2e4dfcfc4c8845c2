// Notes what a person would wait for or see jump. Put into a page before its own scripts; `meter.take()` reads and begins anew.

/** @type {{ value: number, hadInput: boolean, sources: string[] }[]} */
let shifts = []
/** @type {{ name: string, id: number, duration: number, delay: number, work: number, paint: number, target: string }[]} */
let events = []
/** @type {{ duration: number, blocking: number, script: number, style: number }[]} */
let frames = []
let lastPaint = 0
/** @type {number[]} */
let steps = []
let isWatching = false

/** @param {Node | null | undefined} node */
const nameOf = (node) => {
  const element = node instanceof Element ? node : node?.parentElement
  if (!element) return node?.nodeName ?? ''
  const id = element.id ? `#${element.id}` : ''
  const classes = [...element.classList].map((name) => `.${name}`).join('')
  const parent = element.parentElement
  return `${parent?.className ? `.${String(parent.className).split(' ')[0]} > ` : ''}${element.tagName.toLowerCase()}${id}${classes}`
}

/** @param {any} entry */
const note = (entry) => {
  switch (entry.entryType) {
    case 'layout-shift':
      shifts.push({
        value: entry.value,
        hadInput: entry.hadRecentInput,
        sources: entry.sources.map(
          (/** @type {any} */ { node, previousRect: from, currentRect: to }) =>
            `${nameOf(node)} ${from.x},${from.y} ${from.width}x${from.height} to ${to.x},${to.y} ${to.width}x${to.height}`,
        ),
      })
      break
    case 'event':
      events.push({
        name: entry.name,
        id: entry.interactionId,
        duration: entry.duration,
        delay: entry.processingStart - entry.startTime,
        work: entry.processingEnd - entry.processingStart,
        paint: entry.startTime + entry.duration - entry.processingEnd,
        target: nameOf(entry.target),
      })
      break
    case 'long-animation-frame':
      frames.push({
        duration: entry.duration,
        blocking: entry.blockingDuration,
        script: entry.scripts.reduce((/** @type {number} */ sum, /** @type {any} */ { duration }) => sum + duration, 0),
        style: entry.styleAndLayoutStart > 0 ? entry.startTime + entry.duration - entry.styleAndLayoutStart : 0,
      })
      break
    case 'largest-contentful-paint':
      lastPaint = entry.startTime
      break
  }
}

const observers = [
  { type: 'layout-shift' },
  { type: 'event', durationThreshold: 16 },
  { type: 'long-animation-frame' },
  { type: 'largest-contentful-paint' },
].map((options) => {
  const observer = new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) note(entry)
  })
  observer.observe(/** @type {PerformanceObserverInit} */ ({ buffered: true, ...options }))
  return observer
})

/** @param {number} before */
const watch = (before) => {
  requestAnimationFrame((now) => {
    if (before > 0) steps.push(now - before)
    if (isWatching) watch(now)
  })
}

const meter = {
  take() {
    for (const observer of observers) for (const entry of observer.takeRecords()) note(entry)
    const paint = performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? 0
    const taken = { shifts, events, frames, steps, firstPaint: paint, largestPaint: lastPaint }
    shifts = []
    events = []
    frames = []
    steps = []
    return taken
  },
  /** Measures the time between frames, as long as it is on. */
  watchFrames(/** @type {boolean} */ on) {
    isWatching = on
    if (on) watch(0)
  },
}

Object.assign(globalThis, { meter })
