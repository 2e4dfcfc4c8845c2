import { momentOfDay } from '../../../data/day-numbers.ts'
import type { View } from '../../../data/use-view.ts'
import { locale } from '../../../language/language.ts'
import { words } from '../../../language/words.ts'
import { Icon } from '../../../parts/icon.tsx'
import { turned } from './weeks.ts'

const t = words('calendar-bar', {
  back: 'Month before',
  weekBack: 'Week before',
  forward: 'Next month',
  weekForward: 'Next week',
  today: 'Today',
  scale: 'Scale',
  Month: 'Month',
  Week: 'Week',
  shown: 'Tasks are shown',
  span: 'from start to due',
  due: 'on their due day',
  undated: ({ count }: { count: number }) => `Without dates: ${count}`,
})

const month = new Intl.DateTimeFormat(locale, { month: 'long', year: 'numeric', timeZone: 'UTC' })

interface CalendarBarProps {
  view: View
  scale: 'Month' | 'Week'
  anchor: number
  today: number
  undated: number
  hasUndated: boolean
  onAnchor: (day: number) => void
  onScale: (scale: 'Month' | 'Week') => void
  onUndated: () => void
}

/** Which days are seen, and on which days of theirs tasks are. */
export function CalendarBar(props: CalendarBarProps) {
  const { view, scale, anchor, today, undated, hasUndated, onAnchor, onScale, onUndated } = props
  const isMonth = scale === 'Month'
  return (
    <div className="view-bar calendar-bar">
      <button type="button" className="secondary small" onClick={() => onAnchor(today)}>
        {t.today}
      </button>
      <button
        type="button"
        className="plain"
        aria-label={isMonth ? t.back : t.weekBack}
        onClick={() => onAnchor(turned(anchor, scale, -1))}
      >
        <Icon name="back" />
      </button>
      <button
        type="button"
        className="plain"
        aria-label={isMonth ? t.forward : t.weekForward}
        onClick={() => onAnchor(turned(anchor, scale, 1))}
      >
        <Icon name="forward" />
      </button>
      <h2 aria-live="polite">{month.format(momentOfDay(anchor))}</h2>
      <select aria-label={t.scale} value={scale} onChange={({ target }) => onScale(target.value as 'Month' | 'Week')}>
        <option value="Month">{t.Month}</option>
        <option value="Week">{t.Week}</option>
      </select>
      <select
        aria-label={t.shown}
        value={view.settings.spans ? 'span' : 'due'}
        onChange={({ target }) => view.set({ spans: target.value === 'span' })}
      >
        <option value="span">{t.span}</option>
        <option value="due">{t.due}</option>
      </select>
      {undated > 0 && (
        <button type="button" className="secondary small" aria-expanded={hasUndated} onClick={onUndated}>
          {t.undated({ count: undated })}
        </button>
      )}
    </div>
  )
}
