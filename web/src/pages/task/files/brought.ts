import { type RefObject, useEffect, useRef, useState } from 'react'

/**
 * Files that somebody drops anywhere on the panel around an element, or pastes while the focus is in it: what a text there takes
 * for itself aside. Says whether some are held over it.
 */
export function useFilesBrought(
  element: RefObject<HTMLElement | null>,
  take: ((files: File[]) => void) | undefined,
): boolean {
  const [isOver, setOver] = useState(false)
  const now = useRef(take)
  now.current = take
  useEffect(() => {
    const panel = element.current?.closest<HTMLElement>('.task-panel')
    if (!panel) return
    const hasFiles = (data: DataTransfer | null) => now.current !== undefined && data?.types.includes('Files') === true
    const over = (event: DragEvent) => {
      if (!hasFiles(event.dataTransfer) || event.defaultPrevented) return
      event.preventDefault()
      setOver(true)
    }
    const leave = ({ relatedTarget }: DragEvent) => !panel.contains(relatedTarget as Node | null) && setOver(false)
    const bring = (event: DragEvent | ClipboardEvent) => {
      setOver(false)
      const data = event instanceof DragEvent ? event.dataTransfer : event.clipboardData
      const files = [...(data?.files ?? [])]
      if (event.defaultPrevented || files.length === 0 || !now.current) return
      event.preventDefault()
      now.current(files)
    }
    panel.addEventListener('dragover', over)
    panel.addEventListener('dragleave', leave)
    panel.addEventListener('drop', bring)
    panel.addEventListener('paste', bring)
    return () => {
      panel.removeEventListener('dragover', over)
      panel.removeEventListener('dragleave', leave)
      panel.removeEventListener('drop', bring)
      panel.removeEventListener('paste', bring)
    }
  }, [element])
  return isOver
}
