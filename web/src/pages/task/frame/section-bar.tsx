import { type RefObject, useEffect, useLayoutEffect, useState } from 'react'
import { words } from '../../../language/words.ts'
import { type SectionName, sectionNames, sectionTitle } from './section.tsx'

const t = words('task-bar', { parts: 'Parts of the task' })

/** Leads to the sections below; the one that is read is marked. The numbers of the sections do the same on the keyboard. */
export function SectionBar({ panel }: { panel: RefObject<HTMLElement | null> }) {
  const there = useSectionsThere(panel)
  const current = useSectionInView(panel, there)
  return (
    <nav className="section-bar" aria-label={t.parts}>
      <ul>
        {sectionNames.map(
          (name, at) =>
            there.includes(name) && (
              <li key={name}>
                <button
                  type="button"
                  className="plain"
                  aria-current={name === current ? 'true' : undefined}
                  aria-keyshortcuts={String(at + 1)}
                  onClick={() => goToSection(panel.current, name)}
                >
                  {sectionTitle(name)}
                </button>
              </li>
            ),
        )}
      </ul>
    </nav>
  )
}

/** Shows a section and puts the focus on its heading. */
export function goToSection(panel: HTMLElement | null, name: SectionName): void {
  const section = panel?.querySelector<HTMLElement>(`[data-section="${name}"]`)
  section?.scrollIntoView({ block: 'start' })
  section?.querySelector<HTMLElement>('header > :is(h2, h3)')?.focus({ preventScroll: true })
}

const sectionsOf = (panel: HTMLElement | null): HTMLElement[] => [
  ...(panel?.querySelectorAll<HTMLElement>('[data-section]') ?? []),
]

/** The names of the sections that there are, with a space between them: the plan, the person's rights and the task decide. */
function useSectionsThere(panel: RefObject<HTMLElement | null>): string {
  const [there, setThere] = useState('')
  // Before anything is painted: the bar has its height from the beginning.
  useLayoutEffect(() => {
    const look = () =>
      setThere(
        sectionsOf(panel.current)
          .map(({ dataset }) => dataset.section)
          .join(' '),
      )
    look()
    const columns = panel.current?.querySelectorAll('.task-columns > *') ?? []
    const watch = new MutationObserver(look)
    for (const column of columns) watch.observe(column, { childList: true })
    return () => watch.disconnect()
  }, [panel])
  return there
}

/** The first section whose upper part is seen. */
function useSectionInView(panel: RefObject<HTMLElement | null>, there: string): SectionName {
  const [current, setCurrent] = useState<SectionName>('facts')
  // biome-ignore lint/correctness/useExhaustiveDependencies: other sections are looked at anew
  useEffect(() => {
    const seen = new Set<SectionName>()
    const observer = new IntersectionObserver(
      (entries) => {
        for (const { target, isIntersecting } of entries) {
          const name = (target as HTMLElement).dataset.section as SectionName
          if (isIntersecting) seen.add(name)
          else seen.delete(name)
        }
        setCurrent((before) => sectionNames.find((name) => seen.has(name)) ?? before)
      },
      { root: panel.current, rootMargin: '-64px 0px -50% 0px' },
    )
    for (const section of sectionsOf(panel.current)) observer.observe(section)
    return () => observer.disconnect()
  }, [panel, there])
  return current
}
