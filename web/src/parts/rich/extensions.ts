import type { Extensions } from '@tiptap/core'
import { OrderedList } from '@tiptap/extension-list'
import StarterKit from '@tiptap/starter-kit'
import { Checklist, ChecklistItem } from './nodes/checklist.ts'
import { Colour, Subscript, Superscript } from './nodes/marks.ts'
import { type Mentionable, PersonMention } from './nodes/mention.ts'
import { Picture } from './nodes/picture.ts'
import { suggestion } from './nodes/suggestion.ts'
import { tables } from './nodes/table.ts'

/** A link has an address alone; how it opens is for the page that shows it. */
const plainLink = { target: null, rel: null, class: null }

/** The API numbers each list from one. */
const Numbered = OrderedList.extend({
  addAttributes: () => ({ start: { default: 1, parseHTML: () => 1, rendered: false } }),
})

/**
 * All that a text may hold: what the API keeps (docs/compatibility.md, "Text"), and nothing else.
 *
 * @param people asked when somebody types an @.
 */
export const extensions = (people: () => readonly Mentionable[]): Extensions => [
  StarterKit.configure({
    heading: { levels: [1, 2, 3, 4] },
    link: { openOnClick: false, defaultProtocol: 'https', HTMLAttributes: plainLink, isAllowedUri: isAddress },
    orderedList: false,
    trailingNode: false,
    dropcursor: { class: 'drop-cursor', color: false },
  }),
  Numbered,
  Checklist,
  ChecklistItem,
  ...tables,
  Picture,
  Subscript,
  Superscript,
  Colour,
  PersonMention(suggestion(people)),
]

/** What the API keeps as an address. */
export const isAddress = (address: string): boolean => /^(?:https?:\/\/|mailto:)\S+$/i.test(address)
