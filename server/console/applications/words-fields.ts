import { area, type Faults, field } from '#design/fields.ts'
import { type Html, html } from '#design/html.ts'
import type { ApplicationWords } from '#oauth/application-settings.ts'
import { longestDescription } from '#oauth/application-words.ts'

/** The fields for what an application says of itself. */
export function wordsFields(words: Partial<ApplicationWords>, faults: Faults): Html {
  const { name, description, website, support } = words
  return html`${field({ name: 'name', label: 'Name', hint: 'People see it when they are asked to allow it.', value: name, maxlength: 100 }, faults)}
${area({ name: 'description', label: 'Description', hint: `What it does for people, in a sentence or two: at most ${longestDescription} signs.`, value: description, optional: true }, faults)}
<div class="pair">
${field({ name: 'website', label: 'Website', hint: 'As https://example.com', value: website, inputmode: 'url', optional: true }, faults)}
${field({ name: 'support', label: 'Support', hint: 'Mail address or page', value: support, optional: true }, faults)}
</div>`
}
