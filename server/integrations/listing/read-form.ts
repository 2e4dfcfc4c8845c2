import { isEmail, normalEmail } from '#console/email.ts'
import type { Visit } from '#console/visit.ts'
import { allScopes, isScope } from '#contract/scopes.ts'
import type { Faults } from '#design/fields.ts'
import type { AllowedScopes } from '#oauth/allowed-scopes.ts'
import { isCategory } from './categories.ts'
import type { ListingText } from './text.ts'

/** Signs that a text may have. */
export const longest = { tagline: 120, description: 5000, address: 500 } as const

/** Reads a listing from its form, with what is wrong in it. */
export function readListing(
  { form, formList }: Pick<Visit, 'form' | 'formList'>,
  allowed: AllowedScopes,
): {
  text: ListingText
  faults: Faults
} {
  const given = (name: string) => (form[name] ?? '').trim()
  const category = given('category')
  const chosen = formList('scope').filter(isScope)
  const text: ListingText = {
    tagline: given('tagline').replace(/\s+/g, ' '),
    description: given('description').replace(/\r\n?/g, '\n'),
    category: isCategory(category) ? category : '',
    website: given('website'),
    connectUrl: given('connect_url'),
    support: isEmail(given('support')) ? normalEmail(given('support')) : given('support'),
    privacyUrl: given('privacy_url'),
    scopes: (allowed ?? allScopes).filter((scope) => chosen.includes(scope)),
  }
  return { text, faults: faultsOf(text) }
}

function faultsOf(text: ListingText): Faults {
  const faults: Faults = {}
  if (text.tagline === '') faults.tagline = 'Say in a line what it does'
  if (text.description === '') faults.description = 'Describe it'
  if (text.category === '') faults.category = 'Choose a category'
  if (text.support === '') faults.support = 'Say where people find help'
  if (text.scopes.length === 0) faults.scope = 'Choose what it asks for'
  if (text.tagline.length > longest.tagline) faults.tagline = `At most ${longest.tagline} signs, please`
  if (text.description.length > longest.description) faults.description = `At most ${longest.description} signs, please`
  const urls = [
    ['website', 'Website', text.website],
    ['privacy_url', 'Privacy policy', text.privacyUrl],
    ['connect_url', 'Where connecting starts', text.connectUrl],
  ] as const
  for (const [name, label, url] of urls)
    if (url !== '' && !isWebAddress(url)) faults[name] = `${label}: an address that begins with https:// or http://`
  if (text.support !== '' && !isEmail(text.support) && !isWebAddress(text.support))
    faults.support = 'Help: an email address, or a page that begins with https://'
  return faults
}

/** Nothing but the web: an address of another scheme could run a script. */
function isWebAddress(text: string): boolean {
  const url = URL.parse(text)
  return (
    text.length <= longest.address && url !== null && ['https:', 'http:'].includes(url.protocol) && url.username === ''
  )
}
