import { browserScript } from '#design/assets.ts'

/** Hits as one types, and `/` to begin. */
export const searchScript = browserScript(new URL('./search.browser.js', import.meta.url))

/** The order of hits; loaded with the index, when somebody begins to search. */
export const rankingScript = browserScript(new URL('./ranking.browser.js', import.meta.url))
