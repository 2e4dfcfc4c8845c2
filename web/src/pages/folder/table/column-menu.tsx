import type { ViewColumn } from '@taskwright/sdk'
import type { View } from '../../../data/use-view.ts'
import { fieldKey, groupFields, groupingOf, orderFields, orderingOf } from '../../../data/view.ts'
import { words } from '../../../language/words.ts'
import type { Field } from '../../../parts/fields/fields.ts'
import { MenuList } from '../../../parts/menu.tsx'
import { Over } from '../../../parts/over.tsx'

const t = words('column-menu', {
  menu: ({ title }: { title: string }) => `What can be done with the column ${title}`,
  up: 'Sort upwards',
  down: 'Sort downwards',
  unsorted: 'Do not sort by it',
  group: 'Group by it',
  earlier: 'Move to the left',
  later: 'Move to the right',
  wider: 'Wider',
  narrower: 'Narrower',
  hide: 'Hide',
})

interface ColumnMenuProps {
  view: View
  field: Field
  at: number
  columns: readonly ViewColumn[]
  width: number
  anchor: HTMLElement
  setWidth: (key: string, width: number) => void
  onClose: () => void
}

const widthStep = 48

/** What can be done with a column of a table: the order of its rows, its place, its width. */
export function ColumnMenu({ view, field, at, columns, width, anchor, setWidth, onClose }: ColumnMenuProps) {
  const { key } = field
  const [name = ''] = key.split(':')
  const order = orderingOf(key)
  const sorted = view.settings.sortBy.find((one) => fieldKey(one) === key)
  const canSort = (orderFields as readonly string[]).includes(name)
  const canGroup = (groupFields as readonly string[]).includes(name) && field.format.type !== 'Text'
  const put = (to: number) => {
    const others = columns.filter((_, index) => index !== at)
    const moved = columns[at]
    if (moved) view.set({ columns: [...others.slice(0, to), moved, ...others.slice(to)] })
  }
  return (
    <Over
      triggerRef={{ current: anchor }}
      isOpen
      onOpenChange={(isOpen) => !isOpen && onClose()}
      placement="bottom start"
    >
      <MenuList
        label={t.menu(field)}
        onClose={onClose}
        groups={[
          {
            choices: canSort
              ? [
                  { label: t.up, icon: 'up', run: () => view.set({ sortBy: [{ ...order, order: 'Asc' }] }) },
                  { label: t.down, icon: 'down', run: () => view.set({ sortBy: [{ ...order, order: 'Desc' }] }) },
                  ...(sorted ? [{ label: t.unsorted, run: () => view.set({ sortBy: [] }) }] : []),
                ]
              : [],
          },
          {
            choices: [
              ...(canGroup
                ? [
                    {
                      label: t.group,
                      icon: 'menu' as const,
                      run: () => view.set({ groupBy: [groupingOf(key)], collapsedGroups: [] }),
                    },
                  ]
                : []),
              ...(at > 1 ? [{ label: t.earlier, icon: 'back' as const, run: () => put(at - 1) }] : []),
              ...(at > 0 && at < columns.length - 1
                ? [{ label: t.later, icon: 'forward' as const, run: () => put(at + 1) }]
                : []),
              { label: t.wider, keys: 'Alt →', run: () => setWidth(key, width + widthStep) },
              { label: t.narrower, keys: 'Alt ←', run: () => setWidth(key, width - widthStep) },
              ...(at > 0
                ? [
                    {
                      label: t.hide,
                      icon: 'close' as const,
                      run: () => view.set({ columns: columns.filter((_, index) => index !== at) }),
                    },
                  ]
                : []),
            ],
          },
        ]}
      />
    </Over>
  )
}
