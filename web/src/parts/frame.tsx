import { Link, Outlet, useLocation, useParams, useSearch } from '@tanstack/react-router'
import { queryContacts } from '@taskwright/sdk'
import { useEffect, useState } from 'react'
import { useRead } from '../data/api.ts'
import { account, accounts, changeAccount } from '../data/session.ts'
import { useVisit } from '../data/visits.ts'
import { words } from '../language/words.ts'
import { AdminCommands } from './admin-commands.tsx'
import { AppCommands } from './app-commands.tsx'
import { Arrival } from './arrival.tsx'
import { Connection } from './connection/connection.tsx'
import { InboxLink } from './inbox-link.tsx'
import { Notices } from './notices.tsx'
import { Palette } from './palette.tsx'
import { Sidebar } from './sidebar.tsx'
import { RunningTimer } from './timer/running-timer.tsx'

const t = words('frame', {
  skip: 'Skip to the content',
  spaces: 'Spaces',
  tree: 'Spaces and folders',
  account: 'Account',
  profile: 'Profile',
  admin: 'Administration',
})

/** What stands around every page: the bar above, the tree at the side, the way to the content. */
export function Frame() {
  const [isTreeOpen, setTreeOpen] = useState(false)
  // The path alone: what else is in the address changes with each task that is opened, and concerns none of this.
  const pathname = useLocation({ select: (location) => location.pathname })
  const read = useRead(queryContacts, { me: true })
  const me = read.data?.[0]
  const isAdmin = me?.profiles[0]?.admin
  // On a phone the tree lies over the page; going somewhere closes it.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the path is what it waits for
  useEffect(() => setTreeOpen(false), [pathname])

  return (
    <div className="app">
      <a className="skip" href="#content">
        {t.skip}
      </a>
      <header className="top">
        <button
          type="button"
          className="open-tree secondary small"
          aria-expanded={isTreeOpen}
          aria-controls="tree"
          onClick={() => setTreeOpen(!isTreeOpen)}
        >
          {t.spaces}
        </button>
        <a className="brand" href="/work/">
          Taskwright
        </a>
        <Palette />
        <Connection />
        <RunningTimer />
        <div className={read.isPending ? 'top-end unknown' : 'top-end'}>
          <InboxLink />
          {accounts.length > 1 && (
            <select
              className="account"
              aria-label={t.account}
              value={account?.id}
              onChange={({ target }) => changeAccount(target.value)}
            >
              {accounts.map(({ id, name }) => (
                <option key={id} value={id}>
                  {name}
                </option>
              ))}
            </select>
          )}
          {isAdmin && (
            <Link className="admin-link" to="/admin/people">
              {t.admin}
            </Link>
          )}
          <a className="who" href="/profile">
            {me ? `${me.firstName} ${me.lastName}`.trim() : t.profile}
          </a>
        </div>
      </header>
      <nav id="tree" className={isTreeOpen ? 'side open' : 'side'} aria-label={t.tree}>
        <Sidebar />
      </nav>
      <main id="content" tabIndex={-1}>
        <Outlet />
      </main>
      <Notices />
      <Arrival />
      <Visit />
      <AppCommands />
      {isAdmin && <AdminCommands />}
    </div>
  )
}

/** Tells what was opened. It stands by itself, as it is drawn anew with each address. */
function Visit() {
  const { folderId, taskId } = useParams({ strict: false })
  const beside = useSearch({ strict: false }).task
  useVisit({ folderId, taskId: taskId ?? beside })
  return null
}
