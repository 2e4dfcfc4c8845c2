import { Icon } from '../icon.tsx'
import { Picker, type PickerItem } from '../picker.tsx'
import { filterWords as t } from './filter-words.ts'

interface PickProps {
  label: string
  items: readonly PickerItem[]
  chosen: readonly string[]
  onChange: (chosen: string[] | undefined) => void
}

/** Several values to choose of many, as a line of the panel. */
export function Pick({ label, items, chosen, onChange }: PickProps) {
  const titles = chosen.map((id) => items.find((item) => item.id === id)?.title ?? id).join(', ') || t.any
  return (
    <>
      <span className="filter-label">{label}</span>
      <Picker
        label={label}
        items={items}
        chosen={chosen}
        isMany
        className="filter-pick secondary small"
        name={`${label}: ${titles}`}
        onChoose={(ids) => onChange(ids.length > 0 ? ids : undefined)}
      >
        <span>{titles}</span>
        <Icon name="down" />
      </Picker>
    </>
  )
}
