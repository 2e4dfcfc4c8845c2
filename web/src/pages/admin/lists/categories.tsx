import { useQueryClient } from '@tanstack/react-query'
import {
  createTimelogCategory,
  queryTimelogCategories,
  type TimelogCategory,
  updateTimelogCategory,
} from '@taskwright/sdk'
import { useChange, useRead } from '../../../data/api.ts'
import { patchRows } from '../../../data/patch.ts'
import { words } from '../../../language/words.ts'
import { Fault } from '../../../parts/fault.tsx'
import { EditableText } from '../parts/editable-text.tsx'
import { NewLine } from '../parts/new-line.tsx'
import { PlanNote, useFeature } from '../parts/plan-note.tsx'
import { Sortable } from '../parts/sortable.tsx'
import { useOrder } from '../parts/use-order.ts'
import { whenDone } from '../parts/when-done.ts'

const t = words('categories', {
  title: 'Categories of time',
  says: 'What people say their time was spent on. A hidden one cannot be chosen any more; recorded time keeps it.',
  add: 'New category',
  name: ({ name }: { name: string }) => `Name of ${name}`,
  hide: ({ name }: { name: string }) => `Hide ${name}`,
  show: ({ name }: { name: string }) => `Show ${name} again`,
  hideText: 'Hide',
  showText: 'Show',
})

/** The categories of recorded time, in their order. */
export function Categories() {
  const memory = useQueryClient()
  const { has } = useFeature('timeTracking')
  const { data, error, refetch } = useRead(queryTimelogCategories, {})
  const create = useChange(createTimelogCategory, [queryTimelogCategories])
  const update = useChange(updateTimelogCategory, [queryTimelogCategories], {
    show: ({ timelogCategoryId, name, hidden }) =>
      patchRows<TimelogCategory>(memory, [timelogCategoryId], (row) => ({
        ...row,
        ...(name !== undefined && { name }),
        ...(hidden !== undefined && { hidden }),
      })),
  })
  const byId = new Map((data ?? []).map((category) => [category.id, category]))
  const known = [...byId.keys()]
  // The server moves one at a time: that which has left its place the farthest.
  const sorted = useOrder(known, (ids) => {
    const moved = ids.toSorted((a, b) => distance(b, ids, known) - distance(a, ids, known))[0]
    return moved === undefined
      ? Promise.resolve()
      : update.mutateAsync({ timelogCategoryId: moved, order: ids.indexOf(moved) })
  })
  return (
    <section className="card">
      <h2>{t.title}</h2>
      <p className="quiet">{t.says}</p>
      <PlanNote feature="timeTracking" />
      <Fault error={error} onRetry={refetch} />
      <ul className="short-list">
        {sorted.order.flatMap((id) => {
          const category = byId.get(id)
          if (!category) return []
          const { name, hidden } = category
          return (
            <Sortable key={id} list="categories" id={id} name={name} order={sorted.order} onPlace={sorted.place}>
              <EditableText
                label={t.name({ name })}
                value={name}
                maxLength={200}
                className={hidden ? 'faded' : ''}
                onChange={(next) => whenDone(update.mutateAsync({ timelogCategoryId: id, name: next }))}
              />
              <button
                type="button"
                className="secondary small"
                aria-label={hidden ? t.show({ name }) : t.hide({ name })}
                onClick={() => whenDone(update.mutateAsync({ timelogCategoryId: id, hidden: !hidden }))}
              >
                {hidden ? t.showText : t.hideText}
              </button>
            </Sortable>
          )
        })}
      </ul>
      {has && <NewLine label={t.add} onAdd={(name) => whenDone(create.mutateAsync({ name }))} />}
    </section>
  )
}

const distance = (id: string, ids: readonly string[], known: readonly string[]): number =>
  Math.abs(ids.indexOf(id) - known.indexOf(id))
