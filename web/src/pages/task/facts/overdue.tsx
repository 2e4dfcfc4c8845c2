import { dateOf } from '../../../data/days.ts'
import { plural, words } from '../../../language/words.ts'
import { Icon } from '../../../parts/icon.tsx'

const t = words('overdue', {
  late: ({ count }: { count: number }) => plural(count, { one: 'Overdue by # day', other: 'Overdue by # days' }),
})

/** How many days ago a task was due. */
export function Overdue({ due, today }: { due: string; today: string }) {
  const days = Math.round((dateOf(today).getTime() - dateOf(due).getTime()) / 86_400_000)
  return (
    <p className="overdue">
      <Icon name="warning" />
      {t.late({ count: days })}
    </p>
  )
}
