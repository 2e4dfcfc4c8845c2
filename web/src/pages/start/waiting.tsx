import { Link } from '@tanstack/react-router'
import { type Approval, queryApprovals } from '@taskwright/sdk'
import { useId, useRef, useState } from 'react'
import { useRows } from '../../data/api.ts'
import { useDecide, waitsFor } from '../../data/approvals.ts'
import { dayText, isPast } from '../../data/days.ts'
import type { Places } from '../../data/folders.ts'
import { useMe } from '../../data/me.ts'
import { nameOf, usePeople } from '../../data/people.ts'
import { words } from '../../language/words.ts'
import { DecideForm } from '../../parts/approvals/decide-form.tsx'
import { Dialog } from '../../parts/dialog.tsx'
import { Fault } from '../../parts/fault.tsx'
import { Icon } from '../../parts/icon.tsx'
import { wayTo } from '../../parts/way-to.ts'
import { useTasks } from '../task/facts/use-tasks.ts'

const t = words('waiting', {
  title: 'Waiting for your approval',
  asks: ({ name }: { name: string }) => `${name} asks`,
  somebody: 'Somebody',
  until: ({ day }: { day: string }) => `until ${day}`,
  reading: 'Reading …',
  decide: ({ title }: { title: string }) => `Decide about ${title}`,
  decideShort: 'Decide',
  more: 'Show more',
})

/** So many at a time: the ids of their tasks go into one request. */
const pageSize = 50

/** What others ask the person to approve; nothing where nobody does. */
export function Waiting({ places }: { places: Places }) {
  const me = useMe()?.id
  const input = { statuses: ['Pending' as const], pendingApprovers: me ? [me] : [], pageSize }
  const list = useRows(queryApprovals, input, { enabled: me !== undefined })
  const waiting = (list.data?.rows ?? []).filter((approval) => waitsFor(approval, me))
  const { tasks, error } = useTasks([...new Set(waiting.flatMap(({ taskId }) => taskId ?? []))])
  const [deciding, setDeciding] = useState<Approval>()
  const titleId = useId()
  const title = useRef<HTMLHeadingElement>(null)
  const titleOf = ({ taskId, folderId = '' }: Approval): string =>
    (taskId ? tasks?.find(({ id }) => id === taskId) : places.byId.get(folderId))?.title ?? t.reading
  const done = () => {
    setDeciding(undefined)
    // The row is gone, and its button with it.
    requestAnimationFrame(() => (title.current ?? document.querySelector<HTMLElement>('main h1'))?.focus())
  }
  if (list.error) return <Fault error={list.error} onRetry={() => void list.refetch()} />
  return (
    <>
      {waiting.length > 0 && (
        <section aria-labelledby={titleId}>
          <h2 id={titleId} ref={title} tabIndex={-1}>
            {t.title} <span className="quiet">{list.hasNextPage ? list.data?.count : waiting.length}</span>
          </h2>
          <ul className="work waiting">
            {waiting.map((approval) => (
              <Row
                key={approval.id}
                approval={approval}
                title={titleOf(approval)}
                onDecide={() => setDeciding(approval)}
              />
            ))}
          </ul>
          {list.hasNextPage && (
            <button type="button" className="secondary small" onClick={() => void list.fetchNextPage()}>
              {t.more}
            </button>
          )}
          <Fault error={error} />
        </section>
      )}
      {deciding && me && (
        <Dialog title={titleOf(deciding)} onClose={() => setDeciding(undefined)}>
          <Decision approval={deciding} personId={me} onDone={done} />
        </Dialog>
      )}
    </>
  )
}

interface RowProps {
  approval: Approval
  title: string
  onDecide: () => void
}

function Row({ approval: { authorId, taskId, folderId = '', dueDate }, title, onDecide }: RowProps) {
  const author = usePeople().get(authorId)
  const name = author ? nameOf(author) : t.somebody
  return (
    <li>
      <Icon name="approval" />
      <Link className="work-title" {...(taskId ? wayTo('task', taskId) : wayTo('place', folderId))}>
        {title}
      </Link>
      <span className="quiet work-place">{t.asks({ name })}</span>
      <button type="button" className="secondary small" aria-label={t.decide({ title })} onClick={onDecide}>
        {t.decideShort}
      </button>
      {dueDate && (
        <time
          className={isPast(dueDate) ? 'late' : 'quiet'}
          dateTime={dueDate}
          title={t.until({ day: dayText(dueDate) })}
        >
          {dayText(dueDate)}
        </time>
      )}
    </li>
  )
}

function Decision({ approval, personId, onDone }: { approval: Approval; personId: string; onDone: () => void }) {
  const deciding = useDecide(approval, personId)
  return (
    <>
      {approval.description && <p className="waiting-text">{approval.description}</p>}
      <DecideForm deciding={deciding} onDone={onDone} />
    </>
  )
}
