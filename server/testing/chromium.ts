import { existsSync } from 'node:fs'
import { type Browser, type BrowserContext, chromium } from 'playwright-core'

const candidates = [process.env.CHROMIUM, '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome']

/** The browser of this machine, or undefined: tests in a browser are left out then. CHROMIUM names another. */
export const chromiumPath = candidates.find((path) => path !== undefined && existsSync(path))

/** How a browser is started, by root too. */
export const chromiumOptions = { executablePath: chromiumPath ?? '', args: ['--no-sandbox'] }

/** What a test does with a browser. */
export interface TestBrowser {
  newContext: Browser['newContext']
  /** Ends all that was opened with it. */
  close(): Promise<void>
}

let running: Promise<Browser> | undefined

/**
 * A browser for a test file, which closes it. Its process is that of all files of a worker, one after the other, and ends with the
 * worker; what a file has opened shares nothing with what others have.
 */
export async function startBrowser(): Promise<TestBrowser> {
  if (!(await running)?.isConnected()) running = chromium.launch(chromiumOptions)
  const browser = (await running) as Browser
  const contexts: BrowserContext[] = []
  return {
    newContext: async (options) => {
      const context = await browser.newContext(options)
      contexts.push(context)
      return context
    },
    close: async () => {
      await Promise.all(contexts.map((context) => context.close()))
    },
  }
}
