import type { MentionNodeAttrs } from '@tiptap/extension-mention'
import type { SuggestionOptions, SuggestionProps } from '@tiptap/suggestion'
import { collator } from '../../../language/language.ts'
import { words } from '../../../language/words.ts'
import type { Mentionable } from './mention.ts'

const t = words('mention', { people: 'People to mention', nobody: 'Nobody of this name.', outside: 'Can’t see this' })

const mostShown = 8
let lists = 0

/** Those whose name has a word that begins as typed; who begins with it first. */
function fitting(people: readonly Mentionable[], query: string): Mentionable[] {
  const typed = query.toLocaleLowerCase()
  const fits = ({ label }: Mentionable) => ` ${label.toLocaleLowerCase()}`.includes(` ${typed}`)
  return people
    .filter(fits)
    .sort((a, b) => collator.compare(a.label, b.label))
    .slice(0, mostShown)
}

/**
 * The list below an @ that is typed: arrow keys choose, Enter or Tab takes, Escape leaves the words. The focus stays in the
 * text, which names the chosen line to screen readers.
 */
export function suggestion(
  people: () => readonly Mentionable[],
): Omit<SuggestionOptions<Mentionable, MentionNodeAttrs>, 'editor'> {
  const isOutside = (id: string | null) => people().find((person) => person.id === id)?.isOutside === true
  return {
    items: ({ query }) => fitting(people(), query),
    command: ({ editor, range, props }) =>
      editor
        .chain()
        .focus()
        .insertContentAt(range, [
          { type: 'mention', attrs: { id: props.id, label: props.label, isHeld: isOutside(props.id) } },
          { type: 'text', text: ' ' },
        ])
        .run(),
    render: () => {
      const list = document.createElement('div')
      list.id = `mentions-${++lists}`
      list.className = 'popover mention-list'
      list.setAttribute('role', 'listbox')
      list.setAttribute('aria-label', t.people)
      let current: SuggestionProps<Mentionable, MentionNodeAttrs>
      let at = 0
      let unmount: (() => void) | undefined

      const draw = () => {
        list.replaceChildren(...current.items.map(option))
        if (current.items.length === 0) {
          const none = document.createElement('p')
          none.className = 'quiet'
          none.textContent = t.nobody
          list.append(none)
        }
        current.editor.view.dom.setAttribute('aria-activedescendant', current.items[at] ? `${list.id}-${at}` : '')
      }
      const option = (person: Mentionable, index: number) => {
        const row = document.createElement('div')
        row.id = `${list.id}-${index}`
        row.className = 'menu-item'
        row.setAttribute('role', 'option')
        row.setAttribute('aria-selected', String(index === at))
        if (index === at) row.dataset.focused = 'true'
        const name = document.createElement('span')
        name.textContent = person.label
        const note = document.createElement('span')
        note.className = 'quiet'
        note.textContent = person.isOutside ? t.outside : ''
        row.append(name, note)
        row.addEventListener('mousedown', (event) => {
          event.preventDefault()
          current.command(person)
        })
        return row
      }
      return {
        onStart: (props) => {
          current = props
          at = 0
          unmount = props.mount(list)
          const dom = props.editor.view.dom
          dom.setAttribute('aria-autocomplete', 'list')
          dom.setAttribute('aria-controls', list.id)
          draw()
        },
        onUpdate: (props) => {
          current = props
          at = Math.min(at, Math.max(props.items.length - 1, 0))
          draw()
        },
        onKeyDown: ({ event }) => {
          const count = current.items.length
          const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
          if (step && count > 0) {
            at = (at + step + count) % count
            draw()
            return true
          }
          const chosen = current.items[at]
          if ((event.key === 'Enter' || event.key === 'Tab') && chosen) {
            current.command(chosen)
            return true
          }
          return false
        },
        onExit: () => {
          unmount?.()
          for (const name of ['aria-activedescendant', 'aria-controls', 'aria-autocomplete'])
            current.editor.view.dom.removeAttribute(name)
        },
      }
    },
  }
}
