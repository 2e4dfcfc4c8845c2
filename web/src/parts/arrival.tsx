import { useLocation } from '@tanstack/react-router'
import { useEffect, useRef, useState } from 'react'

const site = 'Taskwright'

/**
 * What a page of documents has by itself when somebody goes to another: its title in the window and in the history, the
 * title said by screen readers, and the focus at its beginning, unless something there has taken it or the person goes on in
 * the tree at the side.
 */
export function Arrival() {
  const pathname = useLocation({ select: (location) => location.pathname })
  const [said, setSaid] = useState('')
  const first = useRef(true)
  const left = useRef<{ heading: HTMLElement; title: string }>(undefined)
  // biome-ignore lint/correctness/useExhaustiveDependencies: the path is what one arrives at
  useEffect(() => {
    const content = document.getElementById('content')
    if (!content) return
    let isArriving = !first.current
    first.current = false
    // Pages come with their code and their data: the heading is waited for, and watched, since a title may be changed.
    const look = () => {
      const heading = content.querySelector<HTMLElement>('h1, article[aria-label]')
      const title = titleIn(content)
      if (!heading || title === undefined) return
      // The page that is left stands until the next one is there.
      if (isArriving && left.current?.heading === heading && left.current.title === title) return
      left.current = { heading, title }
      document.title = title ? `${title} · ${site}` : site
      if (!isArriving) return
      isArriving = false
      setSaid(title)
      begin(heading)
    }
    look()
    const watch = new MutationObserver(look)
    watch.observe(content, { subtree: true, childList: true, characterData: true, attributeFilter: ['aria-label'] })
    return () => watch.disconnect()
  }, [pathname])
  return (
    <p className="unseen" role="status">
      {said}
    </p>
  )
}

/** The open task, else what the page is called; nothing while it is read. */
function titleIn(content: HTMLElement): string | undefined {
  const task = content.querySelector('article[aria-label]')
  if (task?.getAttribute('aria-busy') === 'true') return undefined
  return task?.getAttribute('aria-label') ?? content.querySelector('h1')?.textContent ?? undefined
}

function begin(heading: HTMLElement): void {
  const active = document.activeElement
  const isFree = !active || active === document.body || active.closest('.top') !== null
  if (!isFree) return
  if (heading.tabIndex < 0) heading.tabIndex = -1
  heading.focus({ preventScroll: true })
}
