import { Link, useNavigate } from '@tanstack/react-router'
import { useUnreadCount } from '../data/inbox.ts'
import { numberText } from '../language/language.ts'
import { plural, words } from '../language/words.ts'
import { useCommands } from './commands.ts'
import { Icon } from './icon.tsx'
import './inbox-link.css'

const t = words('inbox-link', {
  inbox: 'Inbox',
  unread: ({ count }: { count: number }) => plural(count, { one: 'Inbox, # unread', other: 'Inbox, # unread' }),
  go: 'Go to your inbox',
  goAlso: 'notifications mentions',
  preferences: 'Choose what you are told of',
  preferencesAlso: 'notifications mail preferences',
  many: ({ most }: { most: string }) => `${most}+`,
})

/** More than this are not counted one by one where people look in passing. */
const mostShown = 99

/** The way to the inbox, and how much in it is unread. */
export function InboxLink() {
  const count = useUnreadCount() ?? 0
  const navigate = useNavigate()
  useCommands([
    {
      id: 'inbox',
      title: t.go,
      also: t.goAlso,
      icon: 'inbox',
      keys: 'g i',
      run: () => void navigate({ to: '/inbox', search: {} }),
    },
    {
      id: 'inbox-preferences',
      title: t.preferences,
      also: t.preferencesAlso,
      icon: 'settings',
      run: () => void navigate({ to: '/inbox/preferences' }),
    },
  ])
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
