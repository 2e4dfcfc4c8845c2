import { Link } from '@tanstack/react-router'
import { agoText, momentText } from '../../data/days.ts'
import { plural, words } from '../../language/words.ts'
import { Icon } from '../../parts/icon.tsx'
import type { ItemOfDay } from './groups.ts'
import { sentenceOf } from './kind-words.ts'
import type { InboxSearch } from './routes.ts'

const t = words('inbox-row', {
  unread: 'unread',
  read: ({ title }: { title: string }) => `Mark “${title}” as read`,
  makeUnread: ({ title }: { title: string }) => `Mark “${title}” as unread`,
  archive: ({ title }: { title: string }) => `Archive “${title}”`,
  back: ({ title }: { title: string }) => `Put “${title}” back into the inbox`,
  more: ({ count }: { count: number }) => plural(count, { one: 'and # more', other: 'and # more' }),
})

/** So many sentences of an item are shown; the rest is counted. */
const mostShown = 3

interface InboxRowProps {
  item: ItemOfDay
  at: number
  isOpen: boolean
  isArchive: boolean
  search: InboxSearch
  onOpen: () => void
  onArchive: () => void
  onToggle: () => void
}

/** A task or a place, and what happened to it on a day. */
export function InboxRow({ item, at, isOpen, isArchive, search, onOpen, onArchive, onToggle }: InboxRowProps) {
  const { title, notifications, isUnread, taskId, folderId } = item
  const rest = notifications.length - mostShown
  const [newest] = notifications
  const className = ['inbox-row', isUnread && 'unread', isOpen && 'open'].filter(Boolean).join(' ')
  const content = (
    <>
      {title}
      {isUnread && <span className="unseen">, {t.unread}</span>}
    </>
  )
  const open = (event: { preventDefault: () => void; metaKey: boolean; ctrlKey: boolean }) => {
    // Into a tab of its own it goes as any link does.
    if (event.metaKey || event.ctrlKey) return
    event.preventDefault()
    onOpen()
  }
  return (
    <li className={className} data-at={at}>
      <span className="inbox-mark" aria-hidden="true" />
      <Icon name={taskId ? 'task' : 'folder'} />
      <div className="grow">
        {taskId ? (
          <Link className="inbox-title" to="/inbox" search={{ ...search, open: taskId }} onClick={open}>
            {content}
          </Link>
        ) : (
          <Link className="inbox-title" to="/folder/$folderId" params={{ folderId: folderId ?? '' }} onClick={open}>
            {content}
          </Link>
        )}
        <ul className="inbox-sentences">
          {notifications.slice(0, mostShown).map((one) => (
            <li key={one.id}>{sentenceOf(one)}</li>
          ))}
          {rest > 0 && <li className="quiet">{t.more({ count: rest })}</li>}
        </ul>
      </div>
      {newest && (
        <time className="quiet" dateTime={newest.date} title={momentText(newest.date)}>
          {agoText(newest.date)}
        </time>
      )}
      <span className="inbox-buttons">
        <button
          type="button"
          className="plain"
          aria-label={isUnread ? t.read({ title }) : t.makeUnread({ title })}
          aria-keyshortcuts="u"
          onClick={onToggle}
        >
          <Icon name={isUnread ? 'check' : 'bell'} />
        </button>
        <button
          type="button"
          className="plain"
          aria-label={isArchive ? t.back({ title }) : t.archive({ title })}
          aria-keyshortcuts="e"
          onClick={onArchive}
        >
          <Icon name={isArchive ? 'undo' : 'archive'} />
        </button>
      </span>
    </li>
  )
}
