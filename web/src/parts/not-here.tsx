import { type ErrorComponentProps, Link } from '@tanstack/react-router'
import { useMe } from '../data/me.ts'
import { account } from '../data/session.ts'
import { words } from '../language/words.ts'
import { Icon } from './icon.tsx'
import './not-here.css'

const t = words('not-here', {
  title: 'This is not here for you',
  says: 'It was deleted, it is in another account, or it is not shared with you.',
  who: ({ name, account: where }: { name: string; account: string }) =>
    `You are signed in as ${name} in ${where}. Whoever sent you the link can share it with you there.`,
  page: 'There is no such page',
  pageSays: 'The address may have been mistyped, or the page may be gone.',
  start: 'To your work',
  search: 'Search for it',
  failed: 'This page could not be shown',
  failedSays: 'That is our fault. Reading it again often helps; what you have saved is safe.',
  again: 'Read the page again',
})

/** For a link to something that is gone or that the person may not see: the server tells no difference. */
export function NotHere() {
  const me = useMe()
  const name = me?.primaryEmail ?? `${me?.firstName ?? ''} ${me?.lastName ?? ''}`.trim()
  return (
    <Told title={t.title} says={t.says}>
      {me && <p>{t.who({ name, account: account?.name ?? '' })}</p>}
    </Told>
  )
}

/** For an address that no page has. */
export const NoSuchPage = () => <Told title={t.page} says={t.pageSays} />

/** For a page that broke. */
export function Failed({ error }: ErrorComponentProps) {
  return (
    <Told title={t.failed} says={t.failedSays}>
      <p className="quiet">{error instanceof Error ? error.message : String(error)}</p>
      <button type="button" onClick={() => location.reload()}>
        {t.again}
      </button>
    </Told>
  )
}

function Told({ title, says, children }: { title: string; says: string; children?: React.ReactNode }) {
  return (
    <div className="not-here">
      <Icon name="search" />
      <h1>{title}</h1>
      <p>{says}</p>
      {children}
      <p className="not-here-ways">
        <Link className="button" to="/">
          {t.start}
        </Link>
        <Link className="button secondary" to="/search">
          {t.search}
        </Link>
      </p>
    </div>
  )
}
