import { Link, useNavigate } from '@tanstack/react-router'
import { type NotificationKind, queryNotifications } from '@taskwright/sdk'
import { useRows } from '../../data/api.ts'
import { useNotificationMarks } from '../../data/inbox.ts'
import { words } from '../../language/words.ts'
import { Empty } from '../../parts/empty.tsx'
import { Fault } from '../../parts/fault.tsx'
import { Icon } from '../../parts/icon.tsx'
import { TaskPanel } from '../task/task-panel.tsx'
import { daysOf } from './groups.ts'
import './inbox.css'
import { InboxList } from './inbox-list.tsx'
import { kindName } from './kind-words.ts'
import { kinds } from './kinds.ts'
import { type InboxSearch, inboxRoute, shown } from './routes.ts'

const t = words('inbox', {
  title: 'Inbox',
  which: 'Which are shown',
  all: 'All',
  unread: 'Unread',
  archived: 'Archived',
  kind: 'What it is about',
  everything: 'Everything',
  readAll: 'Mark all as read',
  preferences: 'Preferences',
  reading: 'Reading your inbox …',
  more: 'Show earlier ones',
  keys: 'Keys: J and K or the arrows go through the list, Enter opens, E archives, U marks as read or unread.',
  none: 'Nothing waits for you',
  noneWhy:
    'You hear here of what is assigned to you, of mentions, comments, changes of what you follow, and of dates that come near.',
  noneUnread: 'You have read everything',
  noneArchived: 'Nothing is archived',
  noneOfKind: 'Nothing of this kind',
})

/** What the person is told of, by day and by item; what is opened stands beside. */
export function InboxPage() {
  const search = inboxRoute.useSearch()
  const navigate = useNavigate()
  const { show, about, open } = search
  const list = useRows(queryNotifications, {
    ...(show === 'unread' && { unread: true }),
    ...(show === 'archived' && { archived: true }),
    ...(about && { kinds: [about] }),
  })
  const marks = useNotificationMarks()
  const go = (next: InboxSearch) => void navigate({ to: '/inbox', search: next })
  const rows = list.data?.rows ?? []
  const [newest] = rows
  return (
    <div className={open ? 'page with-panel' : 'page'}>
      <section className="page inbox" aria-labelledby="inbox-title">
        <header>
          <h1 id="inbox-title">{t.title}</h1>
          <div className="inbox-tools">
            <button
              type="button"
              className="secondary small"
              disabled={!rows.some(({ read }) => !read)}
              onClick={() => newest && marks.readAll(newest.id)}
            >
              {t.readAll}
            </button>
            <Link className="button secondary small" to="/inbox/preferences">
              <Icon name="settings" />
              {t.preferences}
            </Link>
          </div>
        </header>
        <Filters search={search} onChange={go} />
        <Fault error={list.error ?? marks.error} onRetry={() => void list.refetch()} />
        {list.isPending && (
          <p className="quiet inbox-wait" role="status">
            {t.reading}
          </p>
        )}
        {list.data && rows.length === 0 && <Nothing search={search} />}
        {rows.length > 0 && (
          <div className="inbox-scroll">
            <InboxList days={daysOf(rows)} marks={marks} search={search} go={go} />
            {list.hasNextPage && (
              <button type="button" className="secondary small" onClick={() => void list.fetchNextPage()}>
                {t.more}
              </button>
            )}
            <p className="quiet inbox-keys">{t.keys}</p>
          </div>
        )}
      </section>
      {open && <TaskPanel key={open} taskId={open} onClose={() => go(without(search, 'open'))} />}
    </div>
  )
}

const without = (search: InboxSearch, ...names: (keyof InboxSearch)[]): InboxSearch =>
  Object.fromEntries(Object.entries(search).filter(([name]) => !names.includes(name as keyof InboxSearch)))

function Filters({ search, onChange }: { search: InboxSearch; onChange: (search: InboxSearch) => void }) {
  const { show, about } = search
  const become = (next: InboxSearch['show']) =>
    onChange({ ...without(search, 'show', 'open'), ...(next && { show: next }) })
  return (
    <div className="inbox-filters">
      <fieldset className="inbox-segments" aria-label={t.which}>
        {([undefined, ...shown] as const).map((one) => (
          <button
            key={one ?? 'all'}
            type="button"
            className="plain"
            aria-pressed={one === show}
            onClick={() => become(one)}
          >
            {t[one ?? 'all']}
          </button>
        ))}
      </fieldset>
      <select
        aria-label={t.kind}
        value={about ?? ''}
        onChange={({ target }) =>
          onChange({
            ...without(search, 'about', 'open'),
            ...(target.value && { about: target.value as NotificationKind }),
          })
        }
      >
        <option value="">{t.everything}</option>
        {kinds.map((one) => (
          <option key={one} value={one}>
            {kindName(one)}
          </option>
        ))}
      </select>
    </div>
  )
}

function Nothing({ search: { show, about } }: { search: InboxSearch }) {
  if (show === 'archived') return <Empty icon="archive" title={t.noneArchived} />
  if (about) return <Empty icon="inbox" title={t.noneOfKind} />
  if (show === 'unread') return <Empty icon="check" title={t.noneUnread} />
  return (
    <Empty icon="inbox" title={t.none}>
      <p>{t.noneWhy}</p>
    </Empty>
  )
}
