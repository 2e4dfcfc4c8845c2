import { Link } from '@tanstack/react-router'
import { queryFavorites, queryVisits } from '@taskwright/sdk'
import { type ReactNode, useId, useState } from 'react'
import { useRead } from '../data/api.ts'
import { useMakesSpaces } from '../data/me.ts'
import { words } from '../language/words.ts'
import { FavouriteList } from './favourites/favourite-list.tsx'
import { FolderTree } from './folder-tree/folder-tree.tsx'
import { Icon, type IconName } from './icon.tsx'
import { NewPlace } from './new-place.tsx'
import { RecentList } from './recent-list.tsx'
import './sidebar.css'

const t = words('sidebar', {
  pages: 'Pages',
  start: 'Your work',
  search: 'Search',
  all: 'Everything you see',
  favourites: 'Favourites',
  recent: 'Opened last',
  spaces: 'Spaces',
  newSpace: 'New space',
})

/** What stands at the side of every page: the way to pages, to what is marked and was opened, and the tree. */
export function Sidebar() {
  const [isMaking, setMaking] = useState(false)
  const makesSpaces = useMakesSpaces()
  // What stands above decides on the place of what stands below.
  const [marked, opened] = [useRead(queryFavorites, {}), useRead(queryVisits, {})]
  const isKnown = !marked.isPending && !opened.isPending
  return (
    <div className={isKnown ? 'side-parts' : 'side-parts unknown'}>
      <ul className="side-links" aria-label={t.pages}>
        <SideLink to="/" icon="home" text={t.start} />
        <SideLink to="/search" icon="search" text={t.search} />
        <SideLink to="/all" icon="list" text={t.all} />
      </ul>
      <Fold name="favourites" title={t.favourites}>
        <FavouriteList />
      </Fold>
      <Fold name="recent" title={t.recent}>
        <RecentList />
      </Fold>
      <Fold
        name="spaces"
        title={t.spaces}
        beside={
          makesSpaces && (
            <button type="button" className="plain" aria-label={t.newSpace} onClick={() => setMaking(true)}>
              <Icon name="add" />
            </button>
          )
        }
      >
        <FolderTree />
      </Fold>
      {isMaking && <NewPlace kind="space" onClose={() => setMaking(false)} />}
    </div>
  )
}

function SideLink({ to, icon, text }: { to: '/' | '/search' | '/all'; icon: IconName; text: string }) {
  return (
    <li>
      <Link className="side-row" to={to} activeOptions={{ exact: true, includeSearch: false }}>
        <Icon name={icon} />
        <span className="title">{text}</span>
      </Link>
    </li>
  )
}

interface FoldProps {
  /** By which the browser remembers whether it is closed. */
  name: string
  title: string
  beside?: ReactNode
  children: ReactNode
}

/** A part that can be closed. */
function Fold({ name, title, beside, children }: FoldProps) {
  const [isOpen, setOpen] = useState(() => localStorage.getItem(`side-${name}`) !== 'closed')
  const id = useId()
  const turn = () => {
    localStorage.setItem(`side-${name}`, isOpen ? 'closed' : 'open')
    setOpen(!isOpen)
  }
  return (
    <section className="side-part">
      <div className="side-head">
        <h2>
          <button type="button" className="plain" aria-expanded={isOpen} aria-controls={id} onClick={turn}>
            <Icon name="forward" className="chevron" />
            {title}
          </button>
        </h2>
        {beside}
      </div>
      <div id={id} hidden={!isOpen}>
        {isOpen && children}
      </div>
    </section>
  )
}
