import { chosen, mergeRich } from '../../data/merge.ts'

/**
 * The elements of an HTML text, without running or loading anything of it. The page's policy lets no style of a text through, and
 * complains of each: they are in `data-style` here.
 */
export const parseHtml = (html: string): HTMLElement =>
  new DOMParser().parseFromString(html.replace(/(<[a-z][^<>]*?)\sstyle=/gi, '$1 data-style='), 'text/html').body

/** The text of such elements, styles in their place. */
export const htmlOf = ({ innerHTML }: Element): string => withStyles(innerHTML)

const withStyles = (html: string): string => html.replace(/(<[a-z][^<>]*?)\sdata-style=/gi, '$1 style=')

/** Whether nothing is in a text that a reader would see. */
export function isEmpty(html: string): boolean {
  const body = parseHtml(html)
  return body.textContent?.trim() === '' && !body.querySelector('img, hr, table, input')
}

/** The words of a text. */
export const textOf = (html: string): string => parseHtml(html).textContent ?? ''

/** The API's HTML for the editor: in code its line breaks are signs again. */
export function toEditor(html: string): string {
  const body = parseHtml(html)
  for (const line of body.querySelectorAll('pre br')) line.replaceWith('\n')
  return body.innerHTML
}

/** The editor's HTML for the API, which keeps no frames and classes of lists; pictures on their way and empty last lines stay out. */
export function fromEditor(html: string): string {
  const body = parseHtml(html)
  for (const picture of body.querySelectorAll('img')) picture.replaceWith(...keptPicture(picture))
  for (const name of body.querySelectorAll('.held')) name.replaceWith(...name.childNodes)
  for (const list of body.querySelectorAll('ul[class], li[class]')) list.removeAttribute('class')
  for (const frame of body.querySelectorAll('li > div')) frame.replaceWith(...frame.childNodes)
  // As the API keeps them.
  for (const code of body.querySelectorAll('pre code')) code.innerHTML = code.innerHTML.replaceAll('\n', '<br>')
  while (body.lastElementChild?.matches('p:empty') && body.childElementCount > 0) body.lastElementChild.remove()
  return htmlOf(body)
}

function keptPicture({ dataset, alt }: HTMLImageElement): HTMLImageElement[] {
  if (!/^https?:/.test(dataset.src ?? '')) return []
  const picture = new DOMParser().parseFromString('<img>', 'text/html').body.firstElementChild as HTMLImageElement
  picture.setAttribute('src', dataset.src ?? '')
  picture.setAttribute('alt', alt)
  return [picture]
}

/** Two texts that differ in spelling alone (`<br>` and `<br />`) are one. */
export const isSameHtml = (one: string, other: string): boolean =>
  one === other || parseHtml(one).innerHTML === parseHtml(other).innerHTML

/** Two texts made from a third put together; where both wrote into the same place, both stay. Nothing that somebody wrote goes. */
export function joinHtml(base: string, mine: string, theirs: string): string {
  const [from, own, other] = [base, mine, theirs].map((html) => parseHtml(html).innerHTML) as [string, string, string]
  const merged = mergeRich(from, own, other)
  return withStyles(merged.text ?? chosen(merged, []))
}

const escapes: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }
export const escapeHtml = (text: string): string => text.replace(/[&<>"]/g, (sign) => escapes[sign] as string)
