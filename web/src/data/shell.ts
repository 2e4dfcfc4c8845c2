/** Work of the page comes first. */
const laterMs = 2000

/** Lets the browser keep the app itself, so that it opens without a network. */
export function keepShell(): void {
  // Not there where the page came without encryption.
  if (!('serviceWorker' in navigator)) return
  setTimeout(
    // A browser that does not want to: the app works as long as it is open.
    () => void navigator.serviceWorker.register('/work/service-worker.js', { scope: '/work/' }).catch(() => {}),
    laterMs,
  )
}
