import { type ReactNode, useRef } from 'react'
import {
  Autocomplete,
  Button,
  Dialog,
  DialogTrigger,
  Input,
  ListBox,
  ListBoxItem,
  SearchField,
  type Selection,
} from 'react-aria-components'
import { collator } from '../language/language.ts'
import { words } from '../language/words.ts'
import { Over } from './over.tsx'
import './menu.css'
import './picker.css'

const t = words('picker', { search: 'Search', none: 'Nothing of this name.' })

export interface PickerItem {
  id: string
  title: string
  /** Drawn before the title: a colour, a picture. */
  mark?: ReactNode
  /** Drawn after it, quietly. */
  note?: string
}

interface PickerProps {
  /** What is chosen here: "Assignees". */
  label: string
  items: readonly PickerItem[]
  chosen: readonly string[]
  /** All that are chosen now; of a picker for one it has at most one id. */
  onChoose: (ids: string[]) => void
  /** Of many, none or several are chosen and the list stays open. */
  isMany?: boolean
  /** The content of the button; its name too, unless `name` is given. */
  children: ReactNode
  name?: string
  className?: string
  /** It is there to choose at once, as in a cell that is edited. */
  isOpenAtFirst?: boolean
  onOpenChange?: (isOpen: boolean) => void
  /** What is searched at first, as when typing opened the list. */
  typed?: string | undefined
}

/** A button that opens a list to choose from: type to search, arrow keys to move, Enter to choose, Escape to close. */
export function Picker({
  label,
  items,
  chosen,
  onChoose,
  isMany = false,
  children,
  name,
  className,
  isOpenAtFirst = false,
  onOpenChange,
  typed,
}: PickerProps) {
  return (
    <DialogTrigger defaultOpen={isOpenAtFirst} {...(onOpenChange && { onOpenChange })}>
      <Button className={className ?? 'secondary small'} {...(name && { 'aria-label': name })}>
        {children}
      </Button>
      <Over className="popover picker">
        <Dialog aria-label={label}>
          {({ close }) => (
            <ChoiceList
              label={label}
              items={items}
              chosen={chosen}
              isMany={isMany}
              typed={typed}
              onChoose={(ids) => {
                onChoose(ids)
                if (!isMany) close()
              }}
            />
          )}
        </Dialog>
      </Over>
    </DialogTrigger>
  )
}

/** Below this many there is nothing to search. */
const fewItems = 8

/** The list of a picker by itself, as in a dialog. */
export function ChoiceList({ label, items, chosen, onChoose, isMany = false, typed }: Omit<PickerProps, 'children'>) {
  const input = useRef<HTMLInputElement>(null)
  const hasSearch = typed !== undefined || items.length >= fewItems
  const contains = (text: string, typed: string) =>
    typed === '' || text.toLocaleLowerCase().includes(typed.toLocaleLowerCase())
  const select = (selection: Selection) =>
    onChoose(selection === 'all' ? items.map(({ id }) => id) : [...selection].map(String))
  // What was typed before the list was there has put no option forward yet.
  const chooseFirst = (text: string) => {
    const first = items.find(({ title }) => contains(title, text))
    if (!text || !first || input.current?.hasAttribute('aria-activedescendant')) return
    onChoose(isMany ? [...new Set([...chosen, first.id])] : [first.id])
  }
  const list = (
    <ListBox
      aria-label={label}
      className="choices"
      items={items}
      selectionMode={isMany ? 'multiple' : 'single'}
      selectedKeys={chosen}
      onSelectionChange={select}
      // It closes the list: what is chosen stays.
      escapeKeyBehavior="none"
      autoFocus={!hasSearch}
      renderEmptyState={() => <p className="quiet">{t.none}</p>}
    >
      {({ id, title, mark, note }) => (
        <ListBoxItem id={id} textValue={title} className="menu-item">
          {mark}
          <span>{title}</span>
          {note && <span className="quiet">{note}</span>}
        </ListBoxItem>
      )}
    </ListBox>
  )
  if (!hasSearch) return list
  return (
    <Autocomplete filter={contains} {...(typed && { defaultInputValue: typed })}>
      <SearchField aria-label={t.search} autoFocus onSubmit={chooseFirst}>
        <Input ref={input} placeholder={t.search} />
      </SearchField>
      {list}
    </Autocomplete>
  )
}

/** By title, as the person's language sorts. */
export const byTitle = (a: { title: string }, b: { title: string }): number => collator.compare(a.title, b.title)
