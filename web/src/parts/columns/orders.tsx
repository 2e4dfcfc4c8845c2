import { words } from '../../language/words.ts'
import { Icon } from '../icon.tsx'

const t = words('orders', {
  none: 'None',
  up: 'Ascending',
  down: 'Descending',
  by: ({ place }: { place: number }) => (place === 0 ? 'First by' : place === 1 ? 'Then by' : 'Last by'),
  order: ({ field }: { field: string }) => `Order of ${field}`,
  remove: ({ field }: { field: string }) => `Remove ${field}`,
})

export interface Choice {
  key: string
  title: string
}

/** A field and a direction. */
export interface Ordered {
  key: string
  isDown: boolean
}

interface OrdersProps {
  choices: readonly Choice[]
  chosen: readonly Ordered[]
  /** How many may be chosen, each within the one before. */
  most: number
  onChange: (chosen: Ordered[]) => void
}

/** Fields to group or to sort by, the first first, each with its direction. */
export function Orders({ choices, chosen, most, onChange }: OrdersProps) {
  const lines = chosen.length < most ? [...chosen, undefined] : chosen
  return (
    <ol className="orders">
      {lines.map((line, place) => {
        const title = choices.find(({ key }) => key === line?.key)?.title ?? line?.key ?? ''
        const others = chosen.filter((_, at) => at !== place).map(({ key }) => key)
        const become = (next: Ordered | undefined) =>
          onChange([...chosen.slice(0, place), ...(next ? [next] : []), ...chosen.slice(place + 1)])
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: a line is its place
          <li key={place}>
            <select
              aria-label={t.by({ place })}
              value={line?.key ?? ''}
              onChange={({ target }) =>
                become(target.value === '' ? undefined : { key: target.value, isDown: line?.isDown ?? false })
              }
            >
              <option value="">{t.none}</option>
              {choices
                .filter(({ key }) => !others.includes(key))
                .map(({ key, title: name }) => (
                  <option key={key} value={key}>
                    {name}
                  </option>
                ))}
            </select>
            {line && (
              <>
                <button
                  type="button"
                  className="plain"
                  aria-label={`${t.order({ field: title })}: ${line.isDown ? t.down : t.up}`}
                  title={line.isDown ? t.down : t.up}
                  onClick={() => become({ ...line, isDown: !line.isDown })}
                >
                  <Icon name={line.isDown ? 'down' : 'up'} />
                </button>
                <button
                  type="button"
                  className="plain"
                  aria-label={t.remove({ field: title })}
                  onClick={() => become(undefined)}
                >
                  <Icon name="close" />
                </button>
              </>
            )}
          </li>
        )
      })}
    </ol>
  )
}
