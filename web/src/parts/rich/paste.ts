import { parseHtml } from './html.ts'

/** Cleans what was copied elsewhere: what only looks goes, what means something stays and is written as the editor does. */
export function cleanPasted(html: string): string {
  // Of our own editor: nothing to clean.
  if (html.includes('data-pm-slice')) return html
  const body = parseHtml(html)
  for (const gone of body.querySelectorAll('style, script, meta, link, title, xml, o\\:p, .mso-hide')) gone.remove()
  // Google Docs puts all of it into a bold element that is not bold.
  for (const frame of body.querySelectorAll('b[id^="docs-internal-guid"], b[data-style*="font-weight:normal"]'))
    frame.replaceWith(...frame.childNodes)
  wordLists(body)
  for (const item of body.querySelectorAll<HTMLElement>('li[role=checkbox]')) checklistItem(item)
  for (const element of body.querySelectorAll<HTMLElement>('[data-style]')) meaningOnly(element)
  for (const level of ['h5', 'h6']) for (const heading of body.querySelectorAll(level)) rename(heading, 'h4')
  // Files of another computer, and the unseen pictures of those who count readers.
  for (const picture of body.querySelectorAll('img'))
    if (
      !/^(https?|data:image\/)/.test(picture.getAttribute('src') ?? '') ||
      Number(picture.getAttribute('width')) === 1
    )
      picture.remove()
  return body.innerHTML
}

/** Word writes lists as paragraphs with a sign before them. */
function wordLists(body: HTMLElement): void {
  for (const paragraph of body.querySelectorAll<HTMLElement>('p[data-style*="mso-list"]')) {
    const sign = paragraph.querySelector<HTMLElement>('[data-style*="mso-list"]')
    const tag = /\d|^[a-z][.)]/i.test(sign?.textContent?.trim() ?? '') ? 'ol' : 'ul'
    sign?.remove()
    const depth = Number(/level(\d)/.exec(paragraph.dataset.style ?? '')?.[1] ?? 1)
    const item = document.createElement('li')
    const text = document.createElement('p')
    text.append(...paragraph.childNodes)
    item.append(text)
    const before = paragraph.previousElementSibling
    const list = before?.matches('ul, ol') ? before : undefined
    if (!list) {
      const begun = document.createElement(tag)
      begun.append(item)
      paragraph.replaceWith(begun)
      continue
    }
    listAt(list, depth, tag).append(item)
    paragraph.remove()
  }
}

/** The list of a depth below another, the last of its items leading down. */
function listAt(list: Element, depth: number, tag: string): Element {
  if (depth <= 1 || !list.lastElementChild) return list
  const last = list.lastElementChild
  const below = last.querySelector(':scope > ul, :scope > ol') ?? last.appendChild(document.createElement(tag))
  return listAt(below, depth - 1, tag)
}

function checklistItem(item: HTMLElement): void {
  const label = document.createElement('label')
  const box = document.createElement('input')
  box.type = 'checkbox'
  box.toggleAttribute('checked', item.getAttribute('aria-checked') === 'true')
  label.append(box)
  item.querySelector(':scope > img')?.remove()
  item.prepend(label)
}

/** Of a style only what the editor has a sign for. */
function meaningOnly(element: HTMLElement): void {
  const style = element.dataset.style ?? ''
  delete element.dataset.style
  if (/^(H[1-6]|A)$/.test(element.tagName)) return
  const says = (pattern: RegExp, tag: string) => (pattern.test(style) ? [tag] : [])
  const tags = [
    ...says(/font-weight\s*:\s*(bold|[6-9]00)/i, 'strong'),
    ...says(/font-style\s*:\s*italic/i, 'em'),
    ...says(/text-decoration[^;]*underline/i, 'u'),
    ...says(/text-decoration[^;]*line-through/i, 's'),
    ...says(/vertical-align\s*:\s*sub/i, 'sub'),
    ...says(/vertical-align\s*:\s*super/i, 'sup'),
  ]
  for (const tag of tags) {
    const inner = document.createElement(tag)
    inner.append(...element.childNodes)
    element.append(inner)
  }
}

function rename(element: Element, tag: string): void {
  const renamed = document.createElement(tag)
  renamed.append(...element.childNodes)
  element.replaceWith(renamed)
}
