import { isMarked, language } from './language.ts'

type Text = string | ((facts: never) => string)
type Texts = Record<string, Text>

/** A language's texts, by area and name; filled before anything is drawn. */
const translation: Record<string, Texts> = {}

/** Takes over the texts of a language that is not English. */
export function translate(texts: Record<string, Texts>): void {
  Object.assign(translation, texts)
}

/**
 * The texts of an area of the app (a page or a part), in the person's language. Given in English, one name each; a text with
 * facts in it is a function of them. Read them when drawing (`t.add`), never into a constant at the top of a file.
 *
 * @example
 * const t = words('new-task', { add: 'Add', late: ({ count }: { count: number }) => plural(count, { one: '# day late', other: '# days late' }) })
 */
export function words<English extends Texts>(area: string, english: English): English {
  const texts = {} as English
  for (const name of Object.keys(english) as (keyof English & string)[])
    Object.defineProperty(texts, name, {
      enumerable: true,
      get: () => mark((translation[area]?.[name] as English[typeof name] | undefined) ?? english[name]),
    })
  return texts
}

/** The form of a text that a number asks for, with the number at `#` as the person writes it. */
export function plural(count: number, forms: Partial<Record<Intl.LDMLPluralRule, string>> & { other: string }): string {
  const rules = new Intl.PluralRules(isMarked ? 'en' : language)
  return (forms[rules.select(count)] ?? forms.other).replace('#', new Intl.NumberFormat().format(count))
}

function mark<T extends Text>(text: T): T {
  if (!isMarked) return text
  if (typeof text === 'string') return `⟦${text}⟧` as T
  return ((facts: never) => `⟦${text(facts)}⟧`) as T
}
