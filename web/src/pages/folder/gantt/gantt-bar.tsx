import type { View } from '../../../data/use-view.ts'
import { words } from '../../../language/words.ts'
import { Icon } from '../../../parts/icon.tsx'
import { type Scale, scales } from './axis.ts'
import { GanttKeys } from './keys-help.tsx'

const t = words('gantt-bar', {
  scale: 'Scale',
  Day: 'Days',
  Week: 'Weeks',
  Month: 'Months',
  Quarter: 'Quarters',
  Year: 'Years',
  in: 'Zoom in',
  out: 'Zoom out',
  today: 'Today',
})

interface GanttBarProps {
  view: View
  scale: Scale
  onToday: () => void
}

/** How wide a day is, and the way back to today. */
export function GanttBar({ view, scale, onToday }: GanttBarProps) {
  const at = scales.indexOf(scale)
  const zoom = (to: number) => view.set({ scale: scales[to] as Scale })
  return (
    <div className="view-bar gantt-bar">
      <button type="button" className="secondary small" onClick={onToday}>
        {t.today}
      </button>
      <button
        type="button"
        className="plain"
        aria-label={t.out}
        disabled={at === scales.length - 1}
        onClick={() => zoom(at + 1)}
      >
        <Icon name="minus" />
      </button>
      <select aria-label={t.scale} value={scale} onChange={({ target }) => view.set({ scale: target.value as Scale })}>
        {scales.map((one) => (
          <option key={one} value={one}>
            {t[one]}
          </option>
        ))}
      </select>
      <button type="button" className="plain" aria-label={t.in} disabled={at === 0} onClick={() => zoom(at - 1)}>
        <Icon name="add" />
      </button>
      <GanttKeys />
    </div>
  )
}
