import { type DragEvent, useState } from 'react'
import type { View } from '../../data/use-view.ts'
import { columnOf, type FieldKey, fieldKey } from '../../data/view.ts'
import { words } from '../../language/words.ts'
import { fieldKeys, fieldTitle } from '../fields/fields.ts'
import { Icon } from '../icon.tsx'
import { Panel } from './panel.tsx'

const t = words('columns', {
  columns: 'Columns',
  shown: 'Shown columns, in order',
  others: 'More columns',
  up: ({ title }: { title: string }) => `${title}: earlier`,
  down: ({ title }: { title: string }) => `${title}: later`,
})

/** Which columns there are, and in what order: dragged, or moved with the buttons. The title is always there, and first. */
export function ColumnsPanel({ view }: { view: View }) {
  const { columns } = view.settings
  const shown = columns.map(fieldKey)
  const isTable = shown[0] === 'Title'
  const [dragged, setDragged] = useState<FieldKey>()
  const become = (keys: readonly FieldKey[]) =>
    view.set({ columns: keys.map((key) => columns.find((one) => fieldKey(one) === key) ?? columnOf(key)) })
  const move = (key: FieldKey, to: number) => {
    if (to < (isTable ? 1 : 0) || to >= shown.length) return
    const others = shown.filter((one) => one !== key)
    become([...others.slice(0, to), key, ...others.slice(to)])
  }
  const others = fieldKeys(view.facts).filter((key) => key !== 'Title' && !shown.includes(key))
  const title = (key: FieldKey) => fieldTitle(key, view.facts)
  return (
    <Panel icon="columns" label={t.columns}>
      <ol className="columns" aria-label={t.shown}>
        {shown.map((key, at) => (
          <li
            key={key}
            className={key === dragged ? 'dragged' : ''}
            draggable={key !== 'Title'}
            onDragStart={() => setDragged(key)}
            onDragEnd={() => setDragged(undefined)}
            onDragOver={(event: DragEvent) => {
              if (!dragged) return
              event.preventDefault()
              if (dragged !== key) move(dragged, at)
            }}
          >
            {key === 'Title' ? <span className="grip" /> : <Icon name="drag" className="grip" />}
            <label className="choice">
              <input
                type="checkbox"
                checked
                disabled={key === 'Title'}
                onChange={() => become(shown.filter((one) => one !== key))}
              />
              <span>{title(key)}</span>
            </label>
            {key !== 'Title' && (
              <>
                <button
                  type="button"
                  className="plain"
                  aria-label={t.up({ title: title(key) })}
                  disabled={at === (isTable ? 1 : 0)}
                  onClick={() => move(key, at - 1)}
                >
                  <Icon name="up" />
                </button>
                <button
                  type="button"
                  className="plain"
                  aria-label={t.down({ title: title(key) })}
                  disabled={at === shown.length - 1}
                  onClick={() => move(key, at + 1)}
                >
                  <Icon name="down" />
                </button>
              </>
            )}
          </li>
        ))}
      </ol>
      {others.length > 0 && (
        <>
          <h3>{t.others}</h3>
          <ul className="columns" aria-label={t.others}>
            {others.map((key) => (
              <li key={key}>
                <span className="grip" />
                <label className="choice">
                  <input type="checkbox" checked={false} onChange={() => become([...shown, key])} />
                  <span>{title(key)}</span>
                </label>
              </li>
            ))}
          </ul>
        </>
      )}
    </Panel>
  )
}
