import { codeBlock } from '#design/components.ts'
import { copyScript } from '#design/copy.ts'
import { type Html, html } from '#design/html.ts'
import type { Settings } from '#settings.ts'
import { addresses } from '../addresses.ts'
import type { ReferencePage } from '../frame.ts'
import { prose } from '../prose.ts'

/** A piece of a guide. Text may have `code` and [links](/address); all else in it is escaped. */
export type Block = string | { heading: string } | { list: readonly string[] } | { code: string; what: string }

/** An answer to a question that developers have. */
export interface Guide {
  /** In its address. */
  name: string
  title: string
  question: string
  /** The short answer, in one sentence. */
  says: string
  blocks: (settings: Settings) => readonly Block[]
}

/** The page of a guide. */
export function guidePage({ name, title, question, says, blocks }: Guide, settings: Settings): ReferencePage {
  return {
    title,
    description: says,
    trail: [{ label: 'Guides', href: addresses.guides }],
    place: { address: addresses.guide(name) },
    scripts: [copyScript],
    body: html`<h1>${title}</h1><p class="lead">${question} ${says}</p>${blocks(settings).map(block)}`,
  }
}

function block(piece: Block): Html {
  if (typeof piece === 'string') return html`<p>${prose(piece)}</p>`
  if ('heading' in piece) return html`<h2 id="${anchor(piece.heading)}">${piece.heading}</h2>`
  if ('list' in piece) return html`<ul>${piece.list.map((item) => html`<li>${prose(item)}</li>`)}</ul>`
  return codeBlock(piece.code, piece.what)
}

const anchor = (heading: string): string => `on-${heading.toLowerCase().replace(/\W+/g, '-').replace(/^-|-$/g, '')}`

/** What a piece says, for the search. */
export function blockText(piece: Block): string {
  if (typeof piece === 'string') return piece
  if ('heading' in piece) return piece.heading
  return 'list' in piece ? piece.list.join(' ') : piece.code
}
