import { type RefObject, useMemo, useRef } from 'react'
import type { GridProps } from './grid.tsx'
import type { GridActions } from './grid-actions.ts'

/** The same object for all rows and for always; what it does is as the table is then. */
export function useGridActions(props: GridProps, scroller: RefObject<HTMLElement | null>): GridActions {
  const { cursor } = props
  const latest = useRef(props)
  latest.current = props
  return useMemo(
    () => ({
      cursor,
      set: (task, field, value) => void latest.current.cells.apply({ cells: [{ task, field, value }] }),
      wrong: (task, field, why) => {
        void latest.current.cells.apply({ wrong: [{ task, row: task.title, field, why }] })
      },
      endEdit: () => {
        cursor.hasFocus = true
        cursor.endEdit()
        focusActive(scroller)
      },
      toggle: (item) => latest.current.onToggle(item),
      open: (task) => latest.current.view.show(task.id),
      make: (title, { members }) => {
        const { fields, cells } = latest.current
        const [field] = fields
        if (field) void cells.apply({ made: [{ title, field, members }] })
      },
    }),
    [cursor, scroller],
  )
}

/** Frames in which a list that was chosen from goes away; until then the page takes no focus. */
const mostFrames = 30

/** Gives the focus back to the active cell when what had it is gone. */
function focusActive(scroller: RefObject<HTMLElement | null>, frames = mostFrames): void {
  requestAnimationFrame(() => {
    const cell = scroller.current?.querySelector<HTMLElement>('[data-column][tabindex="0"]')
    const now = document.activeElement
    if (!cell || cell.contains(now) || (now && now !== document.body && scroller.current?.contains(now))) return
    cell.focus({ preventScroll: true })
    if (document.activeElement !== cell && frames > 0) focusActive(scroller, frames - 1)
  })
}
