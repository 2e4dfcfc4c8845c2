import { hashPassword } from '#console/passwords.ts'
import { findListing } from '#integrations/listing/listing.ts'
import { moveListing, saveListing } from '#integrations/listing/move.ts'
import type { ListingText } from '#integrations/listing/text.ts'
import { createAccount } from '#resources/account/create-account.ts'
import { joinAccount, nameContact } from '#resources/contacts/person.ts'
import { type PeopleServer, password } from './people-server.ts'
import { WebBrowser } from './web-browser.ts'

/** A text that can be submitted. */
export const goodListing: ListingText = {
  tagline: 'Waters the plants when their tasks are due',
  description: 'It reads due tasks and opens the tap.\n\n- quiet\n- careful',
  category: 'automation',
  website: 'https://robot.example/',
  connectUrl: '',
  support: 'help@robot.example',
  privacyUrl: '',
  scopes: ['wsReadOnly'],
}

/** The same as a form sends it. */
export const goodListingForm = {
  tagline: goodListing.tagline,
  description: goodListing.description,
  category: 'automation',
  website: goodListing.website,
  support: goodListing.support,
  scope: ['wsReadOnly'],
}

/** Brings an application into the directory, past its pages. */
export async function listIt(
  server: PeopleServer,
  { clientId, byPersonId, text = {} }: { clientId: string; byPersonId: number; text?: Partial<ListingText> },
): Promise<void> {
  const { database } = server.store
  await saveListing(database, { clientId, byPersonId, revision: 0, text: { ...goodListing, ...text } })
  for (const act of ['submit', 'approve'] as const) {
    const { revision } = (await findListing(database, clientId)) ?? { revision: 0 }
    await moveListing(database, { clientId, act, byPersonId, revision })
  }
}

/** Somebody more: in an account of their own, or in Anna's. Their browser is signed in. */
export async function somebody(
  server: PeopleServer,
  name: string,
  where: 'elsewhere' | { role: 'admin' | 'regular' },
): Promise<{ browser: WebBrowser; personId: number; accountId: number; email: string }> {
  const { database } = server.store
  const email = `${name.toLowerCase()}@example.com`
  const person = { email, firstName: name, passwordHash: await hashPassword(password), emailConfirmed: true }
  let { accountId } = server.anna
  let personId: number
  if (where === 'elsewhere') {
    const made = await createAccount(database, { name: `${name}'s`, owner: person })
    accountId = made.accountId
    personId = made.personId
  } else {
    personId = await database.transaction().execute(async (transaction) => {
      const id = await nameContact(transaction, person)
      await joinAccount(transaction, accountId, id, where.role)
      return id
    })
  }
  const browser = new WebBrowser(server.url)
  await browser.open('/sign-in')
  await browser.submit({ email, password })
  return { browser, personId, accountId, email }
}
