import type { BrowserContext, Page } from 'playwright-core'
import { type Client, createClient, createFolder, createSpace, type Operation } from '../../sdk/src/index.ts'
import { chromiumPath, startBrowser, type TestBrowser } from '../../server/testing/chromium.ts'
import { type PeopleServer, password, startPeopleServer } from '../../server/testing/people-server.ts'

/** What tests of the work app begin with. */
export interface WorkApp {
  server: PeopleServer
  browser: TestBrowser
  /** A program of Anna's, to prepare and to check what the app has done. */
  anna: Client
  /** Id of the first row that a change of Anna's program gives. */
  make<Input extends object>(operation: Operation<Input, { id: string }>, input: Input): Promise<string>
  spaceId: string
  /** Pond, a folder in the space Garden. */
  folderId: string
  /** A page of a browser of its own in which somebody is signed in, at an address below /work. */
  open(address: string, as?: { email: string; viewport?: { width: number; height: number } }): Promise<Page>
  close(): Promise<void>
}

/** Whether there is a browser to test with; CI has one. */
export const hasChromium = chromiumPath !== undefined

export const desktop = { width: 1280, height: 800 }
export const phone = { width: 375, height: 740 }

/** Starts a server, a browser, and Anna's space Garden with the folder Pond. */
export async function startWorkApp(environment: Record<string, string> = {}): Promise<WorkApp> {
  const server = await startPeopleServer({ RATE_LIMIT_PER_MINUTE: '0', ...environment })
  const browser = await startBrowser()
  const anna = createClient({ server: server.url, token: (await server.tokens()).access_token })
  const make: WorkApp['make'] = async (operation, input) => {
    const [made] = (await anna.call(operation, input)).data
    if (!made) throw new Error(`${operation.id} gave no row`)
    return made.id
  }
  const spaceId = await make(createSpace, { accessType: 'Public', title: 'Garden' })
  const folderId = await make(createFolder, { folderId: spaceId, title: 'Pond' })
  const contexts = new Map<string, BrowserContext>()
  return {
    server,
    browser,
    anna,
    make,
    spaceId,
    folderId,
    async open(address, { email = server.anna.email, viewport = desktop } = { email: server.anna.email }) {
      const known = contexts.get(email)
      const context = known ?? (await browser.newContext({ viewport, locale: 'en-GB', serviceWorkers: 'block' }))
      contexts.set(email, context)
      const page = await context.newPage()
      await page.setViewportSize(viewport)
      await page.goto(`${server.url}/work${address}`)
      if (known) return page
      await page.getByLabel('Email address').fill(email)
      await page.getByLabel('Password').fill(password)
      await page.keyboard.press('Enter')
      await page.waitForURL(({ pathname }) => pathname === new URL(`/work${address}`, server.url).pathname)
      return page
    },
    async close() {
      await browser.close()
      await server.close()
    },
  }
}
