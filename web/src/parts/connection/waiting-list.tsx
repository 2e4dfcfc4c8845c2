import { useIsLost } from '../../data/connection.ts'
import { useWaiting } from '../../data/outbox/outbox.ts'
import { sorted } from '../../data/outbox/queue.ts'
import { useViewFacts } from '../../data/view-facts.ts'
import { words } from '../../language/words.ts'
import { Dialog } from '../dialog.tsx'
import { WaitingRow } from './waiting-row.tsx'

const t = words('waiting-list', {
  title: 'Changes that wait',
  asks: 'These need you',
  held: 'These wait for one of those',
  waits: 'These are sent by themselves',
  lost: 'There is no connection to the server. You can go on working: what you do is kept in this browser and sent when the connection is back, even if you close the page.',
  nothing: 'Nothing waits.',
})

/** What is not on the server yet: what somebody has to be asked about first, then what is sent by itself. */
export function WaitingList({ onClose }: { onClose: () => void }) {
  const facts = useViewFacts()
  const isLost = useIsLost()
  const all = useWaiting()
  const { asks, held, waits } = sorted(all)
  const parts = [
    { title: t.asks, changes: asks },
    { title: t.held, changes: held },
    { title: t.waits, changes: waits },
  ].filter(({ changes }) => changes.length > 0)
  return (
    <Dialog title={t.title} onClose={onClose} isWide>
      {isLost && <p className="notice">{t.lost}</p>}
      {parts.map(({ title, changes }) => (
        <section key={title} className="waiting-part">
          <h3>{title}</h3>
          <ol className="waiting-rows">
            {changes.map((change) => (
              <WaitingRow key={change.id} change={change} facts={facts} onLeave={onClose} />
            ))}
          </ol>
        </section>
      ))}
      {parts.length === 0 && <p className="quiet">{t.nothing}</p>}
    </Dialog>
  )
}
