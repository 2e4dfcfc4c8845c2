import { useRef } from 'react'
import { waitsFor } from '../../../data/approvals.ts'
import { useMe } from '../../../data/me.ts'
import { nameOf, usePeople } from '../../../data/people.ts'
import { words } from '../../../language/words.ts'
import { goToSection } from '../frame/section-bar.tsx'
import { useApprovals } from './use-approvals.ts'

const t = words('asked', {
  asks: ({ name }: { name: string }) => `${name} asks for your approval.`,
  somebody: 'Somebody',
  decide: 'Decide',
})

/** Tells whoever is asked, where they see it first, and leads to the decision. */
export function Asked() {
  const me = useMe()?.id
  const people = usePeople()
  const line = useRef<HTMLParagraphElement>(null)
  const lead = () => {
    const panel = line.current?.closest<HTMLElement>('.task-panel') ?? null
    goToSection(panel, 'approvals')
    panel?.querySelector<HTMLElement>('.decide textarea')?.focus({ preventScroll: true })
  }
  const waiting = (useApprovals().data ?? []).find((approval) => waitsFor(approval, me))
  if (!waiting) return null
  const author = people.get(waiting.authorId)
  return (
    <p ref={line} className="notice warn">
      {t.asks({ name: author ? nameOf(author) : t.somebody })}{' '}
      <button type="button" className="link" onClick={lead}>
        {t.decide}
      </button>
    </p>
  )
}
