import { Link } from '@tanstack/react-router'
import {
  getNotificationPreferences,
  type NotificationKind,
  type NotificationPreference,
  updateNotificationPreferences,
} from '@taskwright/sdk'
import { useState } from 'react'
import { useChange, useRead } from '../../data/api.ts'
import { words } from '../../language/words.ts'
import { Fault } from '../../parts/fault.tsx'
import './inbox.css'
import { kindName } from './kind-words.ts'
import { kinds } from './kinds.ts'

const t = words('inbox-preferences', {
  title: 'What you are told of',
  way: 'Way to this page',
  inbox: 'Inbox',
  reading: 'Reading …',
  mails: 'Send me mail',
  mailsSay: 'At most one in ten minutes, and one a day. Each has a link that ends it.',
  kind: 'What',
  delivery: 'How',
  how: ({ kind }: { kind: string }) => `${kind}: how you are told`,
  App: 'In the inbox',
  Mail: 'In the inbox and by mail at once',
  Daily: 'In the inbox and in the mail of the day',
  Off: 'Not at all',
  saved: 'Saved.',
})

type Delivery = NotificationPreference['delivery']
const deliveries = ['App', 'Mail', 'Daily', 'Off'] as const satisfies readonly Delivery[]

interface Chosen {
  mails?: boolean
  deliveries: Partial<Record<NotificationKind, Delivery>>
}

/** How the person is told of what. Each choice is saved as it is made. */
export function PreferencesPage() {
  const preferences = useRead(getNotificationPreferences, {})
  const change = useChange(updateNotificationPreferences, [getNotificationPreferences])
  // What was chosen shows at once; what the server refuses goes back to what it was.
  const [chosen, choose] = useState<Chosen>({ deliveries: {} })
  const set = (next: Partial<Chosen>) => {
    choose((before) => ({ ...before, ...next, deliveries: { ...before.deliveries, ...next.deliveries } }))
    const kinds = Object.entries(next.deliveries ?? {}) as [NotificationKind, Delivery][]
    change.mutate(
      {
        ...(next.mails === undefined ? {} : { mails: next.mails }),
        kinds: kinds.map(([kind, delivery]) => ({ kind, delivery })),
      },
      { onError: () => choose({ deliveries: {} }) },
    )
  }
  const shown = preferences.data?.[0]
  const mails = chosen.mails ?? shown?.mails ?? true
  const deliveryOf = (kind: NotificationKind) =>
    chosen.deliveries[kind] ?? shown?.kinds.find((one) => one.kind === kind)?.delivery
  return (
    <section className="page inbox-preferences" aria-labelledby="preferences-title">
      <header>
        <nav aria-label={t.way}>
          <ol className="trail">
            <li>
              <Link to="/inbox">{t.inbox}</Link>
            </li>
          </ol>
        </nav>
        <h1 id="preferences-title">{t.title}</h1>
      </header>
      <div className="inbox-scroll">
        <Fault error={preferences.error ?? change.error} onRetry={() => void preferences.refetch()} />
        {!shown && !preferences.error && <p className="quiet">{t.reading}</p>}
        {shown && (
          <>
            <label className="choice">
              <input type="checkbox" checked={mails} onChange={({ target }) => set({ mails: target.checked })} />
              <span>
                <strong>{t.mails}</strong>
                <br />
                <span className="quiet">{t.mailsSay}</span>
              </span>
            </label>
            <table className="preferences">
              <thead>
                <tr>
                  <th scope="col">{t.kind}</th>
                  <th scope="col">{t.delivery}</th>
                </tr>
              </thead>
              <tbody>
                {kinds.map((kind) => (
                  <tr key={kind}>
                    <th scope="row">{kindName(kind)}</th>
                    <td>
                      <select
                        aria-label={t.how({ kind: kindName(kind) })}
                        value={deliveryOf(kind)}
                        onChange={({ target }) => set({ deliveries: { [kind]: target.value as Delivery } })}
                      >
                        {deliveries.map((delivery) => (
                          <option key={delivery} value={delivery}>
                            {t[delivery]}
                          </option>
                        ))}
                      </select>
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
            <p role="status" className="quiet">
              {change.isSuccess && t.saved}
            </p>
          </>
        )}
      </div>
    </section>
  )
}
