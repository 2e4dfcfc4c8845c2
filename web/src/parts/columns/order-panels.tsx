import type { ViewGrouping, ViewOrder } from '@taskwright/sdk'
import type { View } from '../../data/use-view.ts'
import { fieldKey, fieldOf, groupFields, orderFields } from '../../data/view.ts'
import type { ViewFacts } from '../../data/view-facts.ts'
import { words } from '../../language/words.ts'
import { fieldTitle } from '../fields/fields.ts'
import { type Choice, type Ordered, Orders } from './orders.tsx'
import { Panel } from './panel.tsx'

const t = words('order-panels', { group: 'Group', sort: 'Sort' })

/** By what tasks are grouped: at most by two fields. */
export function GroupPanel({ view, most = 2 }: { view: View; most?: number }) {
  const { groupBy } = view.settings
  const choices = choicesOf(groupFields, view.facts, ({ type }) => type !== 'Text')
  return (
    <Panel icon="menu" label={t.group} {...chosenTitle(groupBy, view.facts)}>
      <Orders
        choices={choices}
        chosen={groupBy.map(orderedOf)}
        most={most}
        onChange={(chosen) =>
          view.set({ groupBy: chosen.map((one) => settingOf<ViewGrouping>(one)), collapsedGroups: [] })
        }
      />
    </Panel>
  )
}

/** By what they are sorted: at most by three fields. */
export function SortPanel({ view }: { view: View }) {
  const { sortBy } = view.settings
  const choices = choicesOf(orderFields, view.facts, () => true)
  return (
    <Panel icon="down" label={t.sort} {...chosenTitle(sortBy, view.facts)}>
      <Orders
        choices={choices}
        chosen={sortBy.map(orderedOf)}
        most={3}
        onChange={(chosen) => view.set({ sortBy: chosen.map((one) => settingOf<ViewOrder>(one)) })}
      />
    </Panel>
  )
}

type Fields = ViewFacts['customFields'] extends ReadonlyMap<string, infer One> ? One : never

function choicesOf(fields: readonly string[], facts: ViewFacts, isFit: (field: Fields) => boolean): Choice[] {
  const own = [...facts.customFields.values()]
    .filter((field) => field.archived !== true && isFit(field))
    .map(({ id, title }) => ({ key: `CustomField:${id}`, title }))
  const builtIn = fields
    .filter((field) => field !== 'CustomField' && (field !== 'ItemType' || facts.itemTypes.size > 0))
    .map((key) => ({ key, title: fieldTitle(key, facts) }))
  return [...builtIn, ...own]
}

type Setting = { field: string; customFieldId?: string; order?: 'Asc' | 'Desc' }

const orderedOf = (one: Setting): Ordered => ({ key: fieldKey(one), isDown: one.order === 'Desc' })

const settingOf = <One extends Setting>({ key, isDown }: Ordered): One =>
  ({ ...fieldOf(key), ...(isDown && { order: 'Desc' }) }) as One

function chosenTitle(chosen: readonly Setting[], facts: ViewFacts): { chosen?: string } {
  const [first] = chosen
  return first ? { chosen: fieldTitle(fieldKey(first), facts) } : {}
}
