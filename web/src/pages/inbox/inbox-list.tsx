import { useNavigate } from '@tanstack/react-router'
import { type KeyboardEvent, useEffect, useRef } from 'react'
import { dayOf, dayText } from '../../data/days.ts'
import type { useNotificationMarks } from '../../data/inbox.ts'
import { tell } from '../../data/notices.ts'
import { plural, words } from '../../language/words.ts'
import { type Day, type ItemOfDay, idsOf } from './groups.ts'
import { InboxRow } from './inbox-row.tsx'
import type { InboxSearch } from './routes.ts'

const t = words('inbox-list', {
  today: 'Today',
  yesterday: 'Yesterday',
  archived: ({ count }: { count: number }) =>
    plural(count, { one: '# notification is archived.', other: '# notifications are archived.' }),
  back: ({ count }: { count: number }) =>
    plural(count, { one: '# notification is back in the inbox.', other: '# notifications are back in the inbox.' }),
  undo: 'Undo',
})

interface InboxListProps {
  days: readonly Day[]
  marks: ReturnType<typeof useNotificationMarks>
  search: InboxSearch
  go: (search: InboxSearch) => void
}

/** The days with their items. Keys go through them, open, archive and mark, wherever the focus is in the list. */
export function InboxList({ days, marks, search, go }: InboxListProps) {
  const list = useRef<HTMLDivElement>(null)
  const navigate = useNavigate()
  const all = days.flatMap(({ items }) => items)
  const isArchive = search.show === 'archived'
  const links = () => [...(list.current?.querySelectorAll<HTMLElement>('.inbox-title') ?? [])]

  const open = (item: ItemOfDay) => {
    marks.mark(
      item.notifications.filter(({ read }) => !read).map(({ id }) => id),
      { read: true },
    )
    if (item.taskId) go({ ...search, open: item.taskId })
    else if (item.folderId) void navigate({ to: '/folder/$folderId', params: { folderId: item.folderId } })
  }
  const archive = (item: ItemOfDay, at: number) => {
    const ids = idsOf(item)
    marks.mark(ids, { archived: !isArchive })
    const said = { count: ids.length }
    tell(isArchive ? t.back(said) : t.archived(said), {
      action: { label: t.undo, run: () => marks.mark(ids, { archived: isArchive }) },
    })
    // The row goes; the focus goes on to the one that takes its place.
    requestAnimationFrame(() => (links()[at] ?? links().at(-1))?.focus())
  }
  const toggle = (item: ItemOfDay) => marks.mark(idsOf(item), { read: item.isUnread })

  const keys = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return
    const row = (event.target as HTMLElement).closest('[data-at]')
    const at = row ? Number((row as HTMLElement).dataset.at) : -1
    const step = { j: 1, ArrowDown: 1, k: -1, ArrowUp: -1 }[event.key]
    const item = all[at]
    if (step) links()[Math.min(Math.max(at + step, 0), all.length - 1)]?.focus()
    else if (event.key === 'e' && item) archive(item, at)
    else if (event.key === 'u' && item) toggle(item)
    else return
    event.preventDefault()
  }

  // J and K come into the list from anywhere on the page where they mean nothing else.
  useEffect(() => {
    const enter = (event: globalThis.KeyboardEvent) => {
      // Who arrives has the focus at the heading.
      const isFree = event.target === document.body || (event.target as HTMLElement).matches('h1')
      if (!isFree || (event.key !== 'j' && event.key !== 'k')) return
      event.preventDefault()
      list.current?.querySelector<HTMLElement>('.inbox-title')?.focus()
    }
    addEventListener('keydown', enter)
    return () => removeEventListener('keydown', enter)
  }, [])

  let at = -1
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the keys are those of the links inside
    <div ref={list} onKeyDown={keys}>
      {days.map(({ day, items }) => (
        <section key={day} aria-label={titleOf(day)}>
          <h2 className="inbox-day">{titleOf(day)}</h2>
          <ol className="inbox-items">
            {items.map((item) => {
              at += 1
              const here = at
              return (
                <InboxRow
                  key={item.key}
                  item={item}
                  at={here}
                  isOpen={item.taskId !== undefined && item.taskId === search.open}
                  isArchive={isArchive}
                  search={search}
                  onOpen={() => open(item)}
                  onArchive={() => archive(item, here)}
                  onToggle={() => toggle(item)}
                />
              )
            })}
          </ol>
        </section>
      ))}
    </div>
  )
}

function titleOf(day: string): string {
  const today = new Date()
  if (day === dayOf(today)) return t.today
  const yesterday = new Date(today.getFullYear(), today.getMonth(), today.getDate() - 1)
  return day === dayOf(yesterday) ? t.yesterday : dayText(day)
}
