import { TaskItem, TaskList } from '@tiptap/extension-list'
import { words } from '../../../language/words.ts'

const t = words('checklist', { item: 'Item of a list' })

/** The checkbox an item begins with, in its label or without one. */
function checkboxOf(item: Element): HTMLInputElement | null {
  return item.querySelector(':scope > input[type=checkbox], :scope > label > input[type=checkbox]')
}

/** A list of which an item has a checkbox, as the API writes it: `<ul><li><label><input type="checkbox"></label><p>…`. */
export const Checklist = TaskList.extend({
  parseHTML: () => [
    {
      tag: 'ul',
      priority: 60,
      getAttrs: (list) => ([...list.children].some((item) => checkboxOf(item) !== null) ? {} : false),
    },
  ],
  renderHTML: () => ['ul', { class: 'checklist' }, 0],
})

export const ChecklistItem = TaskItem.extend({
  addAttributes: () => ({
    checked: {
      default: false,
      keepOnSplit: false,
      parseHTML: (item: Element) => checkboxOf(item)?.hasAttribute('checked') ?? false,
      rendered: false,
    },
  }),
  parseHTML: () => [
    {
      tag: 'li',
      priority: 60,
      // Of a list with a checkbox all items are such.
      getAttrs: (item) =>
        [...(item.parentElement?.children ?? [])].some((sibling) => checkboxOf(sibling) !== null) ? null : false,
      contentElement: (item) => withoutCheckbox(item as Element),
    },
  ],
  renderHTML: ({ node }) => [
    'li',
    { class: 'check' },
    ['label', ['input', { type: 'checkbox', ...(node.attrs.checked && { checked: '' }) }]],
    ['div', 0],
  ],
}).configure({
  nested: true,
  HTMLAttributes: { class: 'check' },
  a11y: { checkboxLabel: (node) => node.firstChild?.textContent || t.item },
})

/** What an item says: the words beside the checkbox, also those in its label. */
function withoutCheckbox(item: Element): HTMLElement {
  const content = item.ownerDocument.createElement('div')
  for (const child of item.cloneNode(true).childNodes) {
    const label = child.nodeName === 'LABEL' ? [...child.childNodes] : [child]
    content.append(...label.filter(({ nodeName }) => nodeName !== 'INPUT').map((node) => node.cloneNode(true)))
  }
  return content
}
