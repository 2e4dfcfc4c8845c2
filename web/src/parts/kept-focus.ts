import { useEffect } from 'react'

/**
 * Keeps the focus of a region when what had it goes away (a button that did its work, a row that was deleted): the first
 * control near where it was takes it, so that who works with keys goes on from there.
 */
export function useKeptFocus(region: { readonly current: HTMLElement | null }): void {
  useEffect(() => {
    const within = region.current
    if (!within) return
    /** What had the focus last, and all that it stood in, from within. */
    let path: HTMLElement[] = []
    const note = ({ target }: FocusEvent) => {
      path = []
      for (let at = target as HTMLElement | null; at; at = at === within ? null : at.parentElement) path.push(at)
    }
    // Without a next one it may be its end that took the focus away.
    const forget = ({ relatedTarget }: FocusEvent) => {
      if (relatedTarget) path = []
    }
    const watch = new MutationObserver(() => {
      const [last] = path
      if (!last || last.isConnected || document.activeElement !== document.body) return
      const near = path.filter(({ isConnected }) => isConnected)
      const next = near.map(firstControl).find((control) => control !== null) ?? within
      next.focus({ preventScroll: true })
    })
    within.addEventListener('focusin', note)
    within.addEventListener('focusout', forget)
    watch.observe(within, { childList: true, subtree: true })
    return () => {
      within.removeEventListener('focusin', note)
      within.removeEventListener('focusout', forget)
      watch.disconnect()
    }
  }, [region])
}

const firstControl = (place: HTMLElement): HTMLElement | null =>
  place.querySelector<HTMLElement>('button:enabled, a[href], input:enabled, textarea:enabled, select:enabled')
