import { Link } from '@tanstack/react-router'
import { useUnreadCount } from '../data/inbox.ts'
import { numberText } from '../language/language.ts'
import { plural, words } from '../language/words.ts'
import { Icon } from './icon.tsx'
import './inbox-link.css'

const t = words('inbox-link', {
  inbox: 'Inbox',
  unread: ({ count }: { count: number }) => plural(count, { one: 'Inbox, # unread', other: 'Inbox, # unread' }),
  many: ({ most }: { most: string }) => `${most}+`,
})

/** More than this are not counted one by one where people look in passing. */
const mostShown = 99

/** The way to the inbox, and how much in it is unread. */
export function InboxLink() {
  const count = useUnreadCount() ?? 0
  return (
    <Link className="button plain inbox-link" to="/inbox" aria-label={count > 0 ? t.unread({ count }) : t.inbox}>
      <Icon name="inbox" />
      {count > 0 && (
        <span className="inbox-count" aria-hidden="true">
          {count > mostShown ? t.many({ most: numberText(mostShown) }) : numberText(count)}
        </span>
      )}
    </Link>
  )
}
