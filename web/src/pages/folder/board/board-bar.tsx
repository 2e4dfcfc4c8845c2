import type { ViewGrouping } from '@taskwright/sdk'
import type { View } from '../../../data/use-view.ts'
import { type FieldKey, fieldKey, groupFields, groupingOf } from '../../../data/view.ts'
import type { ViewFacts } from '../../../data/view-facts.ts'
import { words } from '../../../language/words.ts'
import { fieldTitle } from '../../../parts/fields/fields.ts'
import { Icon } from '../../../parts/icon.tsx'
import { Picker } from '../../../parts/picker.tsx'
import { isMovable } from './columns.ts'

const t = words('board-bar', {
  columns: 'Columns',
  lanes: 'Lanes',
  none: 'None',
  columnsAre: ({ field }: { field: string }) => `Columns: ${field}`,
  lanesAre: ({ field }: { field: string }) => `Lanes: ${field}`,
  lookOnly: 'to look at',
})

/** By what the board has columns, and lanes. */
export function BoardBar({ view }: { view: View }) {
  const { facts, settings } = view
  const [across = { field: 'Status' }, lane] = settings.groupBy as [ViewGrouping?, ViewGrouping?]
  const keys = groupingKeys(facts)
  const items = keys.map((key) => ({
    id: key,
    title: fieldTitle(key, facts),
    ...(!isMovable(groupingOf(key), facts) && { note: t.lookOnly }),
  }))
  const none = { id: '', title: t.none }
  const titleOf = (grouping: ViewGrouping) => fieldTitle(fieldKey(grouping), facts)
  return (
    <div className="view-bar board-bar">
      <Picker
        label={t.columns}
        items={items}
        chosen={[fieldKey(across)]}
        onChoose={([key]) => {
          if (!key) return
          const kept = lane && fieldKey(lane) !== key ? [lane] : []
          view.set({ groupBy: [groupingOf(key), ...kept] })
        }}
      >
        <Icon name="board" />
        {t.columnsAre({ field: titleOf(across) })}
      </Picker>
      <Picker
        label={t.lanes}
        items={[none, ...items.filter(({ id }) => id !== fieldKey(across))]}
        chosen={[lane ? fieldKey(lane) : '']}
        onChoose={([key]) => view.set({ groupBy: key ? [across, groupingOf(key)] : [across] })}
      >
        <Icon name="list" />
        {t.lanesAre({ field: lane ? titleOf(lane) : t.none })}
      </Picker>
    </div>
  )
}

/** Fields of the account's own by which cards can be in columns. */
const ownTypes: readonly string[] = ['DropDown', 'Multiple', 'Contacts', 'Checkbox']

const groupingKeys = ({ customFields }: ViewFacts): FieldKey[] => [
  ...groupFields.filter((field) => field !== 'CustomField'),
  ...[...customFields.values()]
    .filter(({ type, archived }) => ownTypes.includes(type) && !archived)
    .map(({ id }) => `CustomField:${id}`),
]
