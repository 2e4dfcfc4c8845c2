import { type ReactNode, Suspense, useId } from 'react'
import { useView, type View } from '../../data/use-view.ts'
import type { ViewPlace } from '../../data/view.ts'
import { words } from '../../language/words.ts'
import { Star } from '../../parts/favourites/star.tsx'
import { TaskPanel } from '../task/task-panel.tsx'
import { kinds } from './kinds.ts'
import { ViewBar } from './view-bar.tsx'
import './view-frame.css'
import { ViewTabs } from './view-tabs.tsx'

const t = words('view-frame', { reading: 'Reading …' })

interface ViewFrameProps {
  place: ViewPlace
  title: string
  /** Drawn above the title: the way to the place. */
  above?: ReactNode
  /** Drawn beside the title: what is done with the place as a whole. */
  tools?: ReactNode
}

/** A place, the ways to look at it, its tasks in one of them, and the one that is open beside. */
export function ViewFrame({ place, title, above, tools }: ViewFrameProps) {
  const view = useView(place)
  const titleId = useId()
  const open = view?.open
  return (
    <div className={open ? 'page with-panel' : 'page'}>
      <section className="page" aria-labelledby={titleId}>
        <header>
          {above}
          <div className="view-title">
            <h1 id={titleId}>{title}</h1>
            {place !== 'all' && <Star marked={{ folderId: place.id }} />}
          </div>
          {tools}
        </header>
        {view ? <Shown view={view} /> : <p className="quiet view-wait">{t.reading}</p>}
      </section>
      {open && <TaskPanel key={open} taskId={open} onClose={() => view?.show(undefined)} />}
    </div>
  )
}

function Shown({ view }: { view: View }) {
  const Page = kinds.find(({ kind }) => kind === view.kind)?.Page
  return (
    <>
      <ViewTabs view={view} />
      <ViewBar view={view} />
      <Suspense fallback={<p className="quiet view-wait">{t.reading}</p>}>{Page && <Page view={view} />}</Suspense>
    </>
  )
}
