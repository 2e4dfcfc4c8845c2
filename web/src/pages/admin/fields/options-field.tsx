import { useLayoutEffect, useRef, useState } from 'react'
import { words } from '../../../language/words.ts'
import { Icon } from '../../../parts/icon.tsx'
import { ColourPicker } from '../parts/colour-picker.tsx'
import { colourNames } from '../parts/colours.ts'
import { Sortable } from '../parts/sortable.tsx'
import type { Settings } from './draft.ts'

const t = words('options-field', {
  options: 'Options',
  hint: 'Enter adds the next one. A pasted list becomes an option for each line.',
  option: ({ at }: { at: number }) => `Option ${at}`,
  add: 'Add an option',
  colours: 'Options have colours',
  remove: ({ name }: { name: string }) => `Remove the option ${name}`,
  nameless: ({ at }: { at: number }) => `option ${at}`,
})

interface OptionsFieldProps {
  settings: Settings
  onChange: (change: Settings) => void
}

type Option = NonNullable<Settings['options']>[number]

/** The options of a list: typed one after the other, put in order, coloured, removed. */
export function OptionsField({ settings, onChange }: OptionsFieldProps) {
  const list = useRef<HTMLUListElement>(null)
  const options = settings.options ?? []
  const isColoured = settings.optionColorsEnabled ?? false
  // An option has no name of its own while its text is typed: it is known by a number.
  const last = useRef(options.length)
  const [keys, setKeys] = useState(() => options.map((_option, at) => String(at)))
  const become = (next: readonly Option[], nextKeys = keys) => {
    setKeys(nextKeys)
    onChange({ options: [...next] })
  }
  const set = (at: number, change: Partial<Option>) =>
    become(options.map((option, index) => (index === at ? { ...option, ...change } : option)))
  // What is typed next goes into the option that was added: its field has the focus as soon as it is drawn.
  const wanted = useRef<number>(undefined)
  const focus = (at: number) => {
    wanted.current = at
  }
  useLayoutEffect(() => {
    if (wanted.current === undefined) return
    list.current?.querySelectorAll<HTMLElement>('input')[wanted.current]?.focus()
    wanted.current = undefined
  })
  const insert = (at: number, values: readonly string[]) => {
    const made = values.map((value, index) => ({
      value,
      ...(isColoured && { color: colourAt(options.length + index) }),
    }))
    const madeKeys = made.map(() => String(last.current++))
    become(
      [...options.slice(0, at), ...made, ...options.slice(at)],
      [...keys.slice(0, at), ...madeKeys, ...keys.slice(at)],
    )
    focus(at + values.length - 1)
  }
  const place = (id: string, beside: string, where: 'before' | 'after') => {
    const rest = keys.filter((key) => key !== id)
    const at = rest.indexOf(beside) + (where === 'after' ? 1 : 0)
    const order = [...rest.slice(0, at), id, ...rest.slice(at)]
    become(
      order.flatMap((key) => options[keys.indexOf(key)] ?? []),
      order,
    )
  }
  return (
    <fieldset className="options-field">
      <legend>{t.options}</legend>
      <p className="hint">{t.hint}</p>
      <ul ref={list}>
        {options.map(({ value, color }, at) => {
          const name = value || t.nameless({ at: at + 1 })
          return (
            <Sortable
              key={keys[at]}
              list="options"
              id={keys[at] ?? ''}
              name={name}
              order={keys}
              onPlace={place}
              className="option-row"
            >
              {isColoured && <ColourPicker name={name} colour={color} onChoose={(next) => set(at, { color: next })} />}
              <input
                aria-label={t.option({ at: at + 1 })}
                maxLength={2000}
                value={value}
                onChange={({ target }) => set(at, { value: target.value })}
                onKeyDown={(event) => {
                  if (event.key !== 'Enter') return
                  event.preventDefault()
                  insert(at + 1, [''])
                }}
                onPaste={(event) => {
                  const lines = event.clipboardData
                    .getData('text')
                    .split('\n')
                    .map((line) => line.trim())
                    .filter(Boolean)
                  if (lines.length < 2) return
                  event.preventDefault()
                  insert(at + 1, lines)
                }}
              />
              <button
                type="button"
                className="plain"
                aria-label={t.remove({ name })}
                onClick={() => {
                  const isLeft = (_one: unknown, index: number) => index !== at
                  become(options.filter(isLeft), keys.filter(isLeft))
                  focus(Math.max(0, at - 1))
                }}
              >
                <Icon name="close" />
              </button>
            </Sortable>
          )
        })}
      </ul>
      <button type="button" className="secondary small" onClick={() => insert(options.length, [''])}>
        <Icon name="add" /> {t.add}
      </button>
      <label className="choice">
        <input
          type="checkbox"
          checked={isColoured}
          onChange={({ target }) =>
            onChange({
              optionColorsEnabled: target.checked,
              options: target.checked
                ? options.map((option, at) => ({ ...option, color: option.color ?? colourAt(at) }))
                : options,
            })
          }
        />
        {t.colours}
      </label>
    </fieldset>
  )
}

const colourAt = (at: number): string => colourNames[(at * 5 + 6) % colourNames.length] ?? 'Gray'
