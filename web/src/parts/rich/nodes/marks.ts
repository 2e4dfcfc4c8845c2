import { Mark } from '@tiptap/core'

const simple = (name: string, tag: string) =>
  Mark.create({ name, parseHTML: () => [{ tag }], renderHTML: () => [tag, 0] })

export const Subscript = simple('subscript', 'sub')
export const Superscript = simple('superscript', 'sup')

const read = (name: string) => (element: HTMLElement) =>
  new RegExp(`(?:^|;)\\s*${name}\\s*:\\s*([^;]+)`).exec(element.dataset.style ?? '')?.[1]?.trim() ?? null

/** Colours that a text already has: kept as they are. */
export const Colour = Mark.create({
  name: 'colour',
  addAttributes: () => ({
    color: { default: null, parseHTML: read('color'), rendered: false },
    background: { default: null, parseHTML: read('background-color'), rendered: false },
  }),
  parseHTML: () => [
    {
      tag: 'span[data-style]',
      consuming: false,
      getAttrs: (span) => (/(?:^|;)\s*(?:background-)?color\s*:/.test(span.dataset.style ?? '') ? {} : false),
    },
  ],
  renderHTML: ({ mark: { attrs } }) => {
    const style = [attrs.color && `color:${attrs.color}`, attrs.background && `background-color:${attrs.background}`]
      .filter(Boolean)
      .join(';')
    // The browser writes a style in its own way: the words of it stay beside.
    return ['span', { 'data-style': style, style }, 0]
  },
})
