import { useId } from 'react'
import { filterWords as t } from './filter-words.ts'

interface ChecksProps<Value extends string> {
  legend: string
  values: readonly Value[]
  chosen: readonly Value[] | undefined
  /** None chosen asks for none in particular. */
  onChange: (chosen: Value[] | undefined) => void
}

/** A few values of which any may hold. */
export function Checks<Value extends keyof typeof t & string>({
  legend,
  values,
  chosen,
  onChange,
}: ChecksProps<Value>) {
  const id = useId()
  const toggle = (value: Value) => {
    const next = values.filter((one) => (one === value) !== (chosen?.includes(one) ?? false))
    onChange(next.length > 0 ? next : undefined)
  }
  return (
    <>
      <span id={id} className="filter-label">
        {legend}
      </span>
      {/* biome-ignore lint/a11y/useSemanticElements: a legend has no place in a grid */}
      <div role="group" aria-labelledby={id} className="filter-checks">
        {values.map((value) => (
          <label key={value} className="choice">
            <input type="checkbox" checked={chosen?.includes(value) ?? false} onChange={() => toggle(value)} />
            <span>{t[value] as string}</span>
          </label>
        ))}
      </div>
    </>
  )
}
