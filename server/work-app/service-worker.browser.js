/**
 * Opens the work app without a network: gives the page its files from the browser's own store, and the page that was seen last
 * where the server can't be reached. Answers of the API are no concern of it, nor are tokens: the app keeps what it has read by itself.
 */
// The server puts here what the app is made of, and which build it is.
const assets = /** @type {string[]} */ ([])
const build = ''

/** @typedef {{ request: Request, respondWith: (answer: Promise<Response>) => void, waitUntil: (work: Promise<unknown>) => void }} WorkerEvent */
const worker =
  /** @type {{ addEventListener: (name: string, listen: (event: WorkerEvent) => void) => void, skipWaiting: () => Promise<void>, clients: { claim: () => Promise<void> } }} */ (
    /** @type {unknown} */ (self)
  )

const assetCache = `work-app ${build}`
const pageCache = 'work-page'
/** A server that has not answered by then is taken for one that is not there. */
const longestMs = 5000

worker.addEventListener('install', (event) => event.waitUntil(fill().then(() => worker.skipWaiting())))
worker.addEventListener('activate', (event) => event.waitUntil(tidy().then(() => worker.clients.claim())))
worker.addEventListener('fetch', (event) => {
  const { request } = event
  const { pathname, origin } = new URL(request.url)
  if (request.method !== 'GET' || origin !== location.origin) return
  if (pathname.startsWith('/work/assets/')) event.respondWith(file(request))
  else if (request.mode === 'navigate') event.respondWith(page(request))
})

async function fill() {
  const cache = await caches.open(assetCache)
  await cache.addAll(assets)
  // The page that brought this script came before it.
  await keep(await fetch('/work/'))
}

/** Pages of the build before may still be open: its files go with the build after this one. */
async function tidy() {
  const builds = (await caches.keys()).filter((name) => name.startsWith('work-app '))
  await Promise.all(builds.slice(0, -2).map((name) => caches.delete(name)))
}

/** @param {Request} request */
async function file(request) {
  // The name changes with the content.
  const kept = await caches.match(request.url)
  return kept ?? fetch(request)
}

/** @param {Request} request */
async function page(request) {
  const asked = fetch(request)
  const kept = await caches.match('/work/', { cacheName: pageCache })
  if (!kept) return keep(await asked)
  const late = new Promise((resolve) => setTimeout(resolve, longestMs))
  const answer = await Promise.race([asked.catch(() => undefined), late])
  if (!(answer instanceof Response) || [502, 503, 504].includes(answer.status)) return kept
  return keep(answer)
}

/**
 * Keeps a page of the app for when there is no network, without what shows that a form came from it.
 *
 * @param {Response} answer
 */
async function keep(answer) {
  if (!answer.ok || answer.redirected || answer.type !== 'basic') return answer
  const { status, headers } = answer
  const text = (await answer.clone().text()).replace(/(formToken(&quot;|&#34;):\2)[^&]*/, '$1')
  const cache = await caches.open(pageCache)
  await cache.put('/work/', new Response(text, { status, headers }))
  return answer
}
