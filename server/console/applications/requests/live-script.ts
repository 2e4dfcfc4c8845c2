import { browserScript } from '#design/assets.ts'

/** Shows new requests as they come, above those that are there. */
export const liveTailScript = browserScript(new URL('./live-tail.browser.js', import.meta.url))
