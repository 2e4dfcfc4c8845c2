import type { ApplicationWords } from './application-settings.ts'

/** Signs of the longest description; the consent screen shows all of it. */
export const longestDescription = 300

/**
 * Reads what an application says of itself from a form, and what is wrong with it, by field.
 *
 * Website and support lead away from the consent screen: they are addresses that a browser or a mail program opens, and
 * nothing that could run.
 */
export function readWords(form: Readonly<Record<string, string>>): {
  words: ApplicationWords
  faults: Partial<Record<keyof ApplicationWords, string>>
} {
  const text = (name: keyof ApplicationWords) => (form[name] ?? '').replace(/\s+/g, ' ').trim()
  const words = {
    name: text('name'),
    description: text('description'),
    website: text('website'),
    support: text('support'),
  }
  return {
    words,
    faults: {
      ...(words.name === '' && { name: 'Name the application' }),
      ...(words.name.length > 100 && { name: 'Choose a shorter name, of at most 100 signs' }),
      ...(words.description.length > longestDescription && {
        description: `Say it shorter, in at most ${longestDescription} signs`,
      }),
      ...(words.website !== '' &&
        !isPage(words.website) && { website: 'Give a complete address, as https://example.com' }),
      ...(words.support !== '' &&
        !isMail(words.support) &&
        !isPage(words.support) && { support: 'Give an email address or the address of a page' }),
    },
  }
}

function isPage(text: string): boolean {
  const url = URL.parse(text)
  return text.length <= 200 && (url?.protocol === 'https:' || url?.protocol === 'http:') && url.username === ''
}

const isMail = (text: string): boolean => text.length <= 254 && /^[^\s@/:?&]+@[^\s@/:?&]+\.[^\s@/:?&]+$/.test(text)
