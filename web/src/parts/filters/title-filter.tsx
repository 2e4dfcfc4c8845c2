import { useEffect, useId, useState } from 'react'
import { filterWords as t } from './filter-words.ts'

/** What is typed is asked for when the typing rests as long. */
const restMs = 300

export function TitleFilter({
  title = '',
  onChange,
}: {
  title: string | undefined
  onChange: (title: string | undefined) => void
}) {
  const id = useId()
  const [typed, setTyped] = useState(title)
  // biome-ignore lint/correctness/useExhaustiveDependencies: only typing starts the clock
  useEffect(() => {
    const wanted = typed.trim()
    if (wanted === title) return
    const timer = setTimeout(() => onChange(wanted || undefined), restMs)
    return () => clearTimeout(timer)
  }, [typed])
  return (
    <>
      <label className="filter-label" htmlFor={id}>
        {t.title}
      </label>
      <input id={id} type="search" value={typed} onChange={({ target }) => setTyped(target.value)} />
    </>
  )
}
