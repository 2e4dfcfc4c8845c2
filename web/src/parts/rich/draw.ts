import { words } from '../../language/words.ts'
import { htmlOf, parseHtml } from './html.ts'
import { attachmentOf, pictureOf } from './pictures.ts'

const t = words('rich-text', {
  picture: 'Picture',
  elsewhere: ({ host }: { host: string }) => `Picture at ${host}`,
  lost: 'This picture can’t be shown',
  item: 'Item of a list',
})

interface Drawn {
  /** Level of the heading that the text stands under. */
  level: number
  /** Given the place of a checkbox among those of the text; without it they only show. */
  onCheck?: ((at: number, isChecked: boolean) => void) | undefined
}

/** The API's HTML as elements of this page: mentions, checklists, pictures and colours look as they do when written. */
export function draw(html: string, { onCheck, level }: Drawn): DocumentFragment {
  const body = parseHtml(html)
  drawHeadings(body, level)
  for (const link of body.querySelectorAll('a')) drawLink(link)
  for (const picture of body.querySelectorAll('img')) drawPicture(picture)
  body.querySelectorAll<HTMLInputElement>('input[type=checkbox]').forEach((box, at) => {
    drawCheckbox(box, at, onCheck)
  })
  for (const span of body.querySelectorAll<HTMLElement>('span[data-style]')) drawColour(span)
  for (const table of body.querySelectorAll('table')) drawTable(table)
  const fragment = document.createDocumentFragment()
  fragment.append(...body.childNodes)
  return fragment
}

/** Headings lie below that of the page, none of them by more than one step. */
function drawHeadings(body: HTMLElement, level: number): void {
  let before = level
  for (const heading of body.querySelectorAll('h1, h2, h3, h4')) {
    before = Math.min(level + Number(heading.tagName.slice(1)), before + 1)
    heading.setAttribute('aria-level', String(before))
  }
}

function drawLink(link: HTMLAnchorElement): void {
  if (link.classList.contains('stream-user-id')) {
    const mention = document.createElement('span')
    mention.className = 'mention'
    mention.append(...link.childNodes)
    link.replaceWith(mention)
    return
  }
  const isOurs = link.href.startsWith(`${location.origin}/work/`)
  if (!isOurs) link.target = '_blank'
  link.rel = 'noopener noreferrer'
}

/** Pictures of the server are read with the person's access; those of others are links: nobody learns who reads here. */
function drawPicture(picture: HTMLImageElement): void {
  const address = picture.getAttribute('src') ?? ''
  const attachmentId = attachmentOf(address)
  picture.alt ||= t.picture
  if (!attachmentId) {
    const link = document.createElement('a')
    Object.assign(link, { href: address, target: '_blank', rel: 'noopener noreferrer' })
    link.textContent =
      picture.alt === t.picture ? t.elsewhere({ host: URL.parse(address)?.host ?? address }) : picture.alt
    picture.replaceWith(link)
    return
  }
  picture.removeAttribute('src')
  picture.dataset.attachment = attachmentId
  pictureOf(attachmentId).then(
    (url) => {
      picture.src = url
    },
    () => {
      const words = document.createElement('em')
      words.className = 'quiet'
      words.textContent = `${t.lost}: ${picture.alt}`
      picture.replaceWith(words)
    },
  )
}

function drawCheckbox(box: HTMLInputElement, at: number, onCheck: Drawn['onCheck']): void {
  const item = box.closest('li')
  item?.classList.add('check')
  item?.closest('ul')?.classList.add('checklist')
  if (item && box.checked) item.classList.add('done')
  box.setAttribute('aria-label', item?.textContent?.trim().slice(0, 200) || t.item)
  if (onCheck) box.addEventListener('change', () => onCheck(at, box.checked))
  else box.disabled = true
}

/** The page's policy lets no style of a text through; colours are set by the page itself. */
function drawColour(span: HTMLElement): void {
  for (const [, name, value] of (span.dataset.style ?? '').matchAll(/(?:^|;)\s*((?:background-)?color)\s*:\s*([^;]+)/g))
    span.style.setProperty(name as string, value as string)
}

/** A wide table scrolls by itself, by keys too. */
function drawTable(table: HTMLTableElement): void {
  const frame = document.createElement('div')
  frame.className = 'table-frame'
  frame.tabIndex = 0
  table.replaceWith(frame)
  frame.append(table)
}

/** The same text with one of its checkboxes changed. */
export function withCheck(html: string, at: number, isChecked: boolean): string {
  const body = parseHtml(html)
  body.querySelectorAll('input[type=checkbox]')[at]?.toggleAttribute('checked', isChecked)
  return htmlOf(body)
}
