/**
 * How a person likes the pages outlives their signing out, which clears all else that this browser keeps: the page they sign out on
 * puts it into a cookie (`sign-out.browser.js`). Imported before anything else reads it.
 */
const [, kept] = /(?:^|; )look=([^;]*)/.exec(document.cookie) ?? []
if (kept !== undefined) {
  for (const [name, value] of new URLSearchParams(decodeURIComponent(kept)))
    if ((name === 'theme' || name === 'language') && localStorage.getItem(name) === null)
      localStorage.setItem(name, value)
  // biome-ignore lint/suspicious/noDocumentCookie: the cookie store is not there without encryption
  document.cookie = 'look=; path=/; max-age=0; samesite=lax'
}

export {}
