import { useIsLost } from '../../data/connection.ts'
import { useWaiting } from '../../data/outbox/outbox.ts'
import { useViewFacts } from '../../data/view-facts.ts'
import { words } from '../../language/words.ts'
import { Dialog } from '../dialog.tsx'
import { WaitingRow } from './waiting-row.tsx'

const t = words('waiting-list', {
  title: 'Changes that wait',
  asks: 'These need you',
  waits: 'These are sent by themselves',
  lost: 'There is no connection to the server. You can go on working: what you do is kept in this browser and sent when the connection is back, even if you close the page.',
  nothing: 'Nothing waits.',
})

/** What is not on the server yet: what somebody has to be asked about first, then what is sent by itself. */
export function WaitingList({ onClose }: { onClose: () => void }) {
  const facts = useViewFacts()
  const isLost = useIsLost()
  const all = useWaiting()
  const asks = all.filter(({ refusal }) => refusal)
  const waits = all.filter(({ refusal, tab }) => !refusal && !tab)
  return (
    <Dialog title={t.title} onClose={onClose} isWide>
      {isLost && <p className="notice">{t.lost}</p>}
      {asks.length > 0 && (
        <section className="waiting-part">
          <h3>{t.asks}</h3>
          <ol className="waiting-rows">
            {asks.map((change) => (
              <WaitingRow key={change.id} change={change} facts={facts} onLeave={onClose} />
            ))}
          </ol>
        </section>
      )}
      {waits.length > 0 && (
        <section className="waiting-part">
          <h3>{t.waits}</h3>
          <ol className="waiting-rows">
            {waits.map((change) => (
              <WaitingRow key={change.id} change={change} facts={facts} onLeave={onClose} />
            ))}
          </ol>
        </section>
      )}
      {asks.length + waits.length === 0 && <p className="quiet">{t.nothing}</p>}
    </Dialog>
  )
}
