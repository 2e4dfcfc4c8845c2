import { browserScript } from './assets.ts'

/** For pages with texts that people carry elsewhere: a button beside each element with `data-copy="what it is"`. */
export const copyScript = browserScript(new URL('./copy.browser.js', import.meta.url))
