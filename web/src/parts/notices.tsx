import { type FocusEvent, useEffect, useRef, useState } from 'react'
import { act, type Notice, noticeMs, takeAway, useNotices } from '../data/notices.ts'
import { words } from '../language/words.ts'
import { useCommands } from './commands.ts'
import { Icon } from './icon.tsx'
import './notices.css'

const t = words('notices', { region: 'Notices', close: 'Close the notice', closeAll: 'Close all notices' })

/**
 * What the app tells, in a place of its own below the tree, so that it covers nothing; read out as it comes. Ctrl Z does what
 * the last one offers, X closes all, Escape the one that has the focus. They stay while the pointer or the focus is on them.
 */
export function Notices() {
  const notices = useNotices()
  const last = notices.findLast(({ action }) => action)
  const [isPointed, setPointed] = useState(false)
  const [isFocused, setFocused] = useState(false)
  const region = useRef<HTMLElement>(null)
  /** What had the focus before it came here. */
  const before = useRef<HTMLElement>(null)
  useCommands(
    notices.length > 0
      ? [{ id: 'close-notices', title: t.closeAll, icon: 'close', keys: 'x', run: () => takeAway() }]
      : [],
  )
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (event.key !== 'z' || !(event.ctrlKey || event.metaKey) || event.shiftKey || !last || isTyping(event.target))
        return
      event.preventDefault()
      act(last)
    }
    addEventListener('keydown', listen)
    return () => removeEventListener('keydown', listen)
  }, [last])
  // What goes with the focus, or below the pointer, says so by no event.
  useEffect(() => {
    if (notices.length === 0) setPointed(false)
    if (document.activeElement === document.body) before.current?.focus()
    setFocused(region.current?.contains(document.activeElement) ?? false)
  }, [notices.length])
  return (
    <section
      ref={region}
      className="notices"
      aria-label={t.region}
      aria-live="polite"
      onPointerEnter={() => setPointed(true)}
      onPointerLeave={() => setPointed(false)}
      onFocus={({ currentTarget, relatedTarget }: FocusEvent<HTMLElement>) => {
        setFocused(true)
        if (relatedTarget instanceof HTMLElement && !currentTarget.contains(relatedTarget))
          before.current = relatedTarget
      }}
      onBlur={({ currentTarget, relatedTarget }) => setFocused(currentTarget.contains(relatedTarget))}
    >
      {notices.map((notice) => (
        <One key={notice.id} notice={notice} stays={notice.isFault || isPointed || isFocused} />
      ))}
    </section>
  )
}

/** Where Ctrl Z has a meaning of its own. */
const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA)$/.test(target.tagName))

function One({ notice, stays }: { notice: Notice; stays: boolean }) {
  const { id, text, isFault, action } = notice
  useEffect(() => {
    if (stays) return
    const timer = setTimeout(() => takeAway(id), noticeMs)
    return () => clearTimeout(timer)
  }, [id, stays])
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the key is that of the buttons inside
    <div
      className={isFault ? 'notice-line error' : 'notice-line'}
      {...(isFault && { role: 'alert' })}
      onKeyDown={({ key }) => key === 'Escape' && takeAway(id)}
    >
      <span>{text}</span>
      {action && (
        <button type="button" className="link" onClick={() => act(notice)}>
          {action.label}
        </button>
      )}
      <button type="button" className="plain" aria-label={t.close} onClick={() => takeAway(id)}>
        <Icon name="close" />
      </button>
    </div>
  )
}
