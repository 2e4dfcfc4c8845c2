import type { Task } from '@taskwright/sdk'
import { words } from '../../../language/words.ts'
import { Icon } from '../../../parts/icon.tsx'

const t = words('calendar-dates-button', {
  dates: ({ title }: { title: string }) => `Change the dates of “${title}”`,
})

/** Beside a task in a list of a calendar: the way to put it on other days. */
export function DatesButton({ task, onDates }: { task: Task; onDates: (task: Task) => void }) {
  return (
    <button type="button" className="plain" aria-label={t.dates({ title: task.title })} onClick={() => onDates(task)}>
      <Icon name="calendar" />
    </button>
  )
}
