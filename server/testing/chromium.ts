import { existsSync } from 'node:fs'

const candidates = [process.env.CHROMIUM, '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome']

/** The browser of this machine, or undefined: tests in a browser are left out then. CHROMIUM names another. */
export const chromiumPath = candidates.find((path) => path !== undefined && existsSync(path))

/** How a browser is started, by root too. */
export const chromiumOptions = { executablePath: chromiumPath ?? '', args: ['--no-sandbox'] }
