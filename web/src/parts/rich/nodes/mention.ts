import { Mention, type MentionNodeAttrs } from '@tiptap/extension-mention'
import type { SuggestionOptions } from '@tiptap/suggestion'

/** Somebody who can be mentioned. */
export interface Mentionable {
  id: string
  label: string
  /** They do not reach what the text is about: mentioning them would let them in. */
  isOutside?: boolean
}

/**
 * A person in a text, as the API writes one: an `a` with the contact's id in `rel`. Of somebody who is outside it is words alone,
 * until the writer says that they shall be let in (`isHeld`).
 */
export const PersonMention = (suggestion: Omit<SuggestionOptions<Mentionable, MentionNodeAttrs>, 'editor'>) =>
  Mention.extend({
    addAttributes: () => ({
      id: { default: null, parseHTML: (link: Element) => link.getAttribute('rel'), rendered: false },
      label: {
        default: null,
        parseHTML: (link: Element) => link.textContent?.replace(/^@/, '') ?? '',
        rendered: false,
      },
      isHeld: { default: false, rendered: false, parseHTML: () => false },
    }),
    parseHTML: () => [{ tag: 'a.stream-user-id[rel]', priority: 1001 }],
    renderHTML: ({ node: { attrs } }) =>
      attrs.isHeld
        ? ['span', { class: 'held' }, `@${attrs.label}`]
        : ['a', { class: 'stream-user-id avatar', rel: attrs.id }, `@${attrs.label}`],
    renderText: ({ node }) => `@${node.attrs.label}`,
  }).configure({ suggestion })
