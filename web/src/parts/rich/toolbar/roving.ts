import { type FocusEvent, type KeyboardEvent, useEffect, useRef } from 'react'

/** One stop of the tab key for a row of buttons; arrow keys, Home and End go from one to the next. */
export function useRoving() {
  const row = useRef<HTMLDivElement>(null)
  const stops = () => [...(row.current?.querySelectorAll<HTMLButtonElement>('button:not(:disabled)') ?? [])]
  const stay = (chosen: HTMLElement | undefined) => {
    for (const button of row.current?.querySelectorAll<HTMLElement>('button') ?? [])
      button.tabIndex = button === chosen ? 0 : -1
  }
  // Buttons come, go and are switched off as the text changes.
  useEffect(() => {
    const all = stops()
    stay(all.find(({ tabIndex }) => tabIndex === 0) ?? all[0])
  })
  return {
    ref: row,
    onFocus: ({ target }: FocusEvent<HTMLElement>) => target instanceof HTMLButtonElement && stay(target),
    onKeyDown: (event: KeyboardEvent) => {
      const all = stops()
      const at = all.indexOf(document.activeElement as HTMLButtonElement)
      const next = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: all.length - 1 }[event.key]
      if (next === undefined || at < 0) return
      event.preventDefault()
      all[(next + all.length) % all.length]?.focus()
    },
  }
}
