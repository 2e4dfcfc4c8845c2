/** What people may choose. A language has a file of its own here; English stands in the code. */
export const languages = { en: 'English' } as const

/** For tests: every text in marks, so that one which stands in a component instead of its `words` shows. */
const marked = 'x-marked'

const chosen = localStorage.getItem('language')

/** The language of the texts, chosen once for the life of the page. */
export const language: string = chosen === marked || (chosen && chosen in languages) ? (chosen as string) : 'en'

/** How dates, numbers and the order of words are written: as the person's browser says, whatever the texts' language is. */
export const locale: string = navigator.languages[0] ?? 'en'

export const isMarked = language === marked

/** Sorts titles and names as the person's language does. */
export const collator = new Intl.Collator(locale, { numeric: true, sensitivity: 'base' })

export function numberText(value: number, options?: Intl.NumberFormatOptions): string {
  const key = JSON.stringify(options)
  let format = numberFormats.get(key)
  if (!format) {
    format = new Intl.NumberFormat(locale, options)
    numberFormats.set(key, format)
  }
  return format.format(value)
}

/** Made once for each way to write numbers: making one takes longer than to write a thousand. */
const numberFormats = new Map<string | undefined, Intl.NumberFormat>()

/** Names as a list: "Anna, Ben and Cleo". */
export const listText = (items: readonly string[]): string =>
  new Intl.ListFormat(isMarked ? 'en' : language, { type: 'conjunction' }).format(items)
