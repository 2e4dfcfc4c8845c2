import { useEffect } from 'react'
import { type Notice, noticeMs, takeAway, useNotices } from '../data/notices.ts'
import { words } from '../language/words.ts'
import { Icon } from './icon.tsx'
import './notices.css'

const t = words('notices', { region: 'Notices', close: 'Close the notice' })

/** What the app tells, at the lower edge of the page; read out as it comes. Ctrl Z does what the last one offers. */
export function Notices() {
  const notices = useNotices()
  const last = notices.findLast(({ action }) => action)
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (event.key !== 'z' || !(event.ctrlKey || event.metaKey) || event.shiftKey || !last || isTyping(event.target))
        return
      event.preventDefault()
      takeAway(last.id)
      last.action?.run()
    }
    addEventListener('keydown', listen)
    return () => removeEventListener('keydown', listen)
  }, [last])
  return (
    <section className="notices" aria-label={t.region} aria-live="polite">
      {notices.map((notice) => (
        <One key={notice.id} notice={notice} />
      ))}
    </section>
  )
}

/** Where Ctrl Z has a meaning of its own. */
const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA)$/.test(target.tagName))

function One({ notice: { id, text, isFault, action } }: { notice: Notice }) {
  useEffect(() => {
    if (isFault) return
    const timer = setTimeout(() => takeAway(id), noticeMs)
    return () => clearTimeout(timer)
  }, [id, isFault])
  return (
    <div className={isFault ? 'notice-line error' : 'notice-line'} {...(isFault && { role: 'alert' })}>
      <span>{text}</span>
      {action && (
        <button
          type="button"
          className="link"
          onClick={() => {
            takeAway(id)
            action.run()
          }}
        >
          {action.label}
        </button>
      )}
      <button type="button" className="plain" aria-label={t.close} onClick={() => takeAway(id)}>
        <Icon name="close" />
      </button>
    </div>
  )
}
