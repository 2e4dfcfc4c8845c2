import type { View } from '../../data/use-view.ts'
import { words } from '../../language/words.ts'

const t = words('view-bar', { done: 'Completed too' })

/** Which tasks are shown, and how. */
export function ViewBar({ view }: { view: View }) {
  const { statusGroups, ...filters } = view.settings.filters
  const isOpenOnly = statusGroups?.length === 1 && statusGroups[0] === 'Active'
  return (
    <div className="view-bar">
      <label className="choice">
        <input
          type="checkbox"
          checked={!isOpenOnly}
          onChange={({ target }) =>
            view.set({ filters: target.checked ? filters : { ...filters, statusGroups: ['Active'] } })
          }
        />
        <span>{t.done}</span>
      </label>
    </div>
  )
}
