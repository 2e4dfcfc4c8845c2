import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'

const text = readFileSync(new URL('./style.css', import.meta.url), 'utf8')
const version = createHash('sha256').update(text).digest('base64url').slice(0, 10)

/** The one style sheet of all pages. Its path changes with its content, so that browsers keep it for ever. */
export const styleSheet = { path: `/assets/style-${version}.css`, text }
