import { createTask, queryTasks } from '@taskwright/sdk'
import { type FormEvent, useRef, useState } from 'react'
import { useChange } from '../../../data/api.ts'
import type { View } from '../../../data/use-view.ts'
import { words } from '../../../language/words.ts'
import { Fault } from '../../../parts/fault.tsx'
import { Icon } from '../../../parts/icon.tsx'
import type { CellPlace } from './cells.ts'
import type { Board } from './use-board.ts'

const t = words('new-card', {
  open: ({ column }: { column: string }) => `New task in ${column}`,
  add: 'New task',
  title: ({ column }: { column: string }) => `Title of a new task in ${column}`,
  placeholder: 'Title, then Enter',
})

interface NewCardProps {
  view: View
  board: Board
  place: CellPlace
  title: string
}

/** A line in which a title becomes a card of this column. It stays open for the next one; Escape closes it. */
export function NewCard({ view, board, place, title: column }: NewCardProps) {
  const [isOpen, setOpen] = useState(false)
  const [title, setTitle] = useState('')
  const create = useChange(createTask, [queryTasks])
  const button = useRef<HTMLButtonElement>(null)
  const members = board.membersOf(place)
  if (view.place === 'all' || !members) return null
  const folderId = view.place.id
  const send = (event: FormEvent) => {
    event.preventDefault()
    const text = title.trim()
    if (text === '') return
    setTitle('')
    create.mutate({ folderId, title: text, ...members }, { onError: () => setTitle((now) => now || text) })
  }
  const close = () => {
    setOpen(false)
    requestAnimationFrame(() => button.current?.focus())
  }
  if (!isOpen)
    return (
      <button
        ref={button}
        type="button"
        className="plain new-card"
        aria-label={t.open({ column })}
        onClick={() => setOpen(true)}
      >
        <Icon name="add" />
        {t.add}
      </button>
    )
  return (
    <form className="new-card" onSubmit={send}>
      <input
        // biome-ignore lint/a11y/noAutofocus: it opens because somebody wants to write in it
        autoFocus
        aria-label={t.title({ column })}
        placeholder={t.placeholder}
        value={title}
        onChange={({ target }) => setTitle(target.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Escape') return
          event.stopPropagation()
          close()
        }}
        onBlur={() => title.trim() === '' && !create.error && setOpen(false)}
      />
      <Fault error={create.error} />
    </form>
  )
}
