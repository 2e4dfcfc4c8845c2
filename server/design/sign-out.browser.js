/**
 * Asks before signing out while changes of the work app wait in this browser for a connection: signing out clears what the browser
 * keeps.
 */
for (const form of /** @type {NodeListOf<HTMLFormElement>} */ (document.querySelectorAll('form[action="/sign-out"]'))) {
  form.addEventListener('submit', async (event) => {
    event.preventDefault()
    const count = await waiting().catch(() => 0)
    if (count > 0 && !confirm(question(count))) return
    keepLook()
    form.submit()
  })
}

/** How the person likes the pages is nobody's secret, and outlives it: `web/src/data/look.ts` puts it back. */
function keepLook() {
  const look = new URLSearchParams()
  for (const name of ['theme', 'language']) {
    const value = localStorage.getItem(name)
    if (value !== null) look.set(name, value)
  }
  if (look.size === 0) return
  // biome-ignore lint/suspicious/noDocumentCookie: the cookie store is not there without encryption
  document.cookie = `look=${encodeURIComponent(String(look))}; path=/; max-age=31536000; samesite=lax`
}

/** @param {number} count */
const question = (count) =>
  `${count === 1 ? 'One change is' : `${count} changes are`} not on the server yet. Signing out deletes what this browser keeps, and with it what you have done there. Open the work app first to send it. Sign out all the same?`

/** How many changes this browser keeps. */
async function waiting() {
  const databases = await indexedDB.databases()
  const names = databases.flatMap(({ name }) => (name?.startsWith('taskwright ') ? [name] : []))
  const counts = await Promise.all(names.map(countIn))
  return counts.reduce((sum, count) => sum + count, 0)
}

/**
 * @param {string} name
 * @returns {Promise<number>}
 */
function countIn(name) {
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open(name)
    opening.onerror = () => reject(opening.error)
    opening.onsuccess = () => {
      const database = opening.result
      if (!database.objectStoreNames.contains('changes')) return resolve(0)
      const counting = database.transaction('changes').objectStore('changes').count()
      counting.onerror = () => reject(counting.error)
      counting.onsuccess = () => {
        database.close()
        resolve(counting.result)
      }
    }
  })
}
