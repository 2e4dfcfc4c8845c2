import { useRouter } from '@tanstack/react-router'
import { useEffect, useRef, useState } from 'react'
import { useIsLost } from '../../data/connection.ts'
import { tab, trueIds, useWaiting } from '../../data/outbox/outbox.ts'
import { sorted } from '../../data/outbox/queue.ts'
import { plural, words } from '../../language/words.ts'
import { useCommands } from '../commands.ts'
import { Icon } from '../icon.tsx'
import './connection.css'
import { WaitingList } from './waiting-list.tsx'

const t = words('connection-state', {
  offline: 'Offline',
  waits: ({ count }: { count: number }) =>
    plural(count, { one: 'Offline – # change waits', other: 'Offline – # changes wait' }),
  sending: ({ count }: { count: number }) => plural(count, { one: 'Sending # change …', other: 'Sending # changes …' }),
  sent: 'All sent',
  asks: ({ count }: { count: number }) => plural(count, { one: '# change needs you', other: '# changes need you' }),
  open: 'Show changes that wait',
  openAlso: 'offline connection outbox conflicts',
})

/** A change that takes longer than this is told of. */
const slowMs = 2000
/** So long it is told that everything has arrived. */
const sentMs = 4000

/** Whether the server is there, and what waits for it; nothing, as long as all is well. Opens the list of what waits. */
export function Connection() {
  const isLost = useIsLost()
  const all = useWaiting()
  const found = sorted(all)
  const [asks, waits] = [found.asks.length, found.waits.length]
  const isSent = useSent(waits)
  const slow = useSlow(all.filter((one) => one.tab === tab).length)
  const [isOpen, setOpen] = useState(false)
  useTrueAddress()
  useCommands([{ id: 'waiting', title: t.open, also: t.openAlso, icon: 'offline', run: () => setOpen(true) }])
  const texts = [
    ...(isLost
      ? [waits > 0 ? t.waits({ count: waits }) : t.offline]
      : waits + slow > 0
        ? [t.sending({ count: waits + slow })]
        : []),
    ...(asks > 0 ? [t.asks({ count: asks })] : []),
    ...(!isLost && waits + slow + asks === 0 && isSent ? [t.sent] : []),
  ]
  const look = isLost ? 'lost' : asks > 0 ? 'asks' : 'calm'
  return (
    <>
      <div className="connection" role="status">
        {texts.length > 0 && (
          <button type="button" className={`plain ${look}`} onClick={() => setOpen(true)}>
            <Icon name={isLost ? 'offline' : asks > 0 ? 'warning' : waits + slow > 0 ? 'up' : 'check'} />
            <span>{texts.join(' · ')}</span>
          </button>
        )}
      </div>
      {isOpen && <WaitingList onClose={() => setOpen(false)} />}
    </>
  )
}

/** How many changes are under way, if that takes longer than usual. */
function useSlow(count: number): number {
  const [isSlow, setSlow] = useState(false)
  const isUnderWay = count > 0
  useEffect(() => {
    setSlow(false)
    if (!isUnderWay) return
    const timer = setTimeout(() => setSlow(true), slowMs)
    return () => clearTimeout(timer)
  }, [isUnderWay])
  return isSlow ? count : 0
}

/** For a moment after the last of what waited has gone. */
function useSent(waits: number): boolean {
  const before = useRef(waits)
  const [isSent, setSent] = useState(false)
  useEffect(() => {
    const isDone = before.current > 0 && waits === 0
    before.current = waits
    setSent(isDone)
    if (!isDone) return
    const timer = setTimeout(() => setSent(false), sentMs)
    return () => clearTimeout(timer)
  }, [waits])
  return isSent
}

/** The address of something that this browser made says its true id as soon as there is one: addresses are passed on. */
function useTrueAddress(): void {
  const { history } = useRouter()
  const all = useWaiting()
  // biome-ignore lint/correctness/useExhaustiveDependencies: ids become known when something has been sent
  useEffect(() => {
    const address = location.pathname + location.search
    const [id] = /new-[0-9a-f-]{36}/.exec(address) ?? []
    const known = id && trueIds().get(id)
    if (known) history.replace(address.replace(id, known))
  }, [all, history])
}
