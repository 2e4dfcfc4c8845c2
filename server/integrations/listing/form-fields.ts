import { allScopes } from '#contract/scopes.ts'
import { area, checkboxes, type Faults, field, select } from '#design/fields.ts'
import { type Html, html } from '#design/html.ts'
import type { AllowedScopes } from '#oauth/allowed-scopes.ts'
import { categories } from './categories.ts'
import { longest } from './read-form.ts'
import type { ListingText } from './text.ts'

/** The fields in which a listing is written. */
export function listingFields(text: ListingText, allowed: AllowedScopes, faults: Faults): Html {
  const choices = Object.entries(categories).map(([value, label]) => ({ value, label }))
  const url = { inputmode: 'url', optional: true, maxlength: longest.address }
  return html`${field({ name: 'tagline', label: 'In a line', hint: 'What it does for people, without its name.', value: text.tagline, maxlength: longest.tagline }, faults)}
${descriptionField(text.description, faults)}
${select({ name: 'category', label: 'Category', value: text.category }, choices, faults)}
<div class="pair">
${field({ name: 'website', label: 'Website', value: text.website, ...url }, faults)}
${field({ name: 'privacy_url', label: 'Privacy policy', value: text.privacyUrl, ...url }, faults)}
</div>
${field({ name: 'support', label: 'Help', hint: 'An email address, or a page. Everybody sees it.', value: text.support, maxlength: longest.address }, faults)}
${field({ name: 'connect_url', label: 'Where connecting starts', hint: 'Your page that sends people to the consent screen. Without one the button leads there directly.', value: text.connectUrl, ...url }, faults)}
${checkboxes(
  { name: 'scope', label: 'What it asks for', hint: 'Shown to people in words. The fewer, the better.' },
  (allowed ?? allScopes).map((scope) => ({ value: scope, label: scope })),
  text.scopes,
  faults,
)}`
}

function descriptionField(value: string, faults: Faults): Html {
  const hint = 'Plain text. An empty line begins a paragraph; lines that begin with “- ” are a list.'
  const size = { rows: 10, maxlength: longest.description }
  return area({ name: 'description', label: 'Description', hint, value, ...size }, faults)
}
