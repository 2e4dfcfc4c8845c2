import { useLayoutEffect, useRef } from 'react'
import { draw } from './draw.ts'
import './rich.css'

interface RichTextProps {
  /** Level of the heading above it. */
  level?: number
  /** As the server gives it: cleaned there of everything but its small set of elements. */
  html: string
  /** Ticks an item of a checklist, by its place in the text. */
  onCheck?: ((at: number, isChecked: boolean) => void) | undefined
}

const boxesIn = (frame: HTMLElement) => [...frame.querySelectorAll<HTMLInputElement>('input[type=checkbox]')]

/** Text of a person, to be read. */
export function RichText({ html, onCheck, level = 3 }: RichTextProps) {
  const host = useRef<HTMLDivElement>(null)
  const check = useRef(onCheck)
  check.current = onCheck
  const isOpen = onCheck !== undefined
  useLayoutEffect(() => {
    const tell = (at: number, isChecked: boolean) => check.current?.(at, isChecked)
    const frame = host.current
    if (!frame) return
    // Whoever ticks one item after the other stays where they are when the text is drawn anew.
    const focused = boxesIn(frame).indexOf(document.activeElement as HTMLInputElement)
    frame.replaceChildren(draw(html, { level, onCheck: isOpen ? tell : undefined }))
    boxesIn(frame)[focused]?.focus({ preventScroll: true })
  }, [html, isOpen, level])
  return <div className="rich" ref={host} />
}
