/** A cell by its place: rows from 0, the head is row -1; columns from 0. */
export interface Spot {
  row: number
  column: number
}

/** Cells from one corner to the other, both inside. */
export interface Range {
  top: number
  bottom: number
  left: number
  right: number
}

/** What a row shows of the cursor. */
export interface RowState {
  /** The active cell's column. */
  active?: number
  editing?: { typed?: string | undefined }
  /** Selected columns, and whether the selection begins or ends with this row. */
  left: number
  right: number
  isTop: boolean
  isBottom: boolean
  /** It is where the fill handle has been pulled to. */
  isFilled: boolean
}

const untouched: RowState = { left: 0, right: -1, isTop: false, isBottom: false, isFilled: false }

/**
 * Where one is in a table: the active cell, the range from the anchor to it, whether it is edited. It is no state of a component:
 * a step from cell to cell draws two rows anew, not all. It stays with its row and column when others come or go.
 */
export function createCursor() {
  const watchers = new Set<() => void>()
  let rows: readonly string[] = []
  let columns: readonly string[] = []
  let active: Spot = { row: 0, column: 0 }
  let anchor: Spot = active
  let editing: { typed?: string | undefined } | undefined
  let filled: Range | undefined
  const states = new Map<number, { said: string; state: RowState }>()

  const told = () => {
    for (const watcher of watchers) watcher()
  }
  const within = ({ row, column }: Spot): Spot => ({
    row: Math.max(-1, Math.min(row, rows.length - 1)),
    column: Math.max(0, Math.min(column, columns.length - 1)),
  })
  const range = (): Range => ({
    top: Math.max(Math.min(anchor.row, active.row), active.row < 0 ? -1 : 0),
    bottom: Math.max(anchor.row, active.row),
    left: Math.min(anchor.column, active.column),
    right: Math.max(anchor.column, active.column),
  })
  const again = (spot: Spot, oldRows: readonly string[], oldColumns: readonly string[]): Spot => {
    const [rowKey, columnKey] = [oldRows[spot.row], oldColumns[spot.column]]
    const at = rowKey === rows[spot.row] ? spot.row : rows.indexOf(rowKey ?? '')
    const column = columns.indexOf(columnKey ?? '')
    return within({ row: at === -1 ? spot.row : at, column: column === -1 ? spot.column : column })
  }

  return {
    /** The cell that has the focus. */
    get active() {
      return active
    },
    get editing() {
      return editing
    },
    /** The focus belongs to the table: a cell that becomes active takes it. */
    hasFocus: false,
    range,
    watch: (watcher: () => void) => {
      watchers.add(watcher)
      return () => watchers.delete(watcher)
    },
    /**
     * The rows and columns that there are now, by their keys. It is said before they are drawn, so that an editor goes along with
     * its row; `told` tells those that are not drawn anew.
     */
    arrange(nextRows: readonly string[], nextColumns: readonly string[]): void {
      if (nextRows === rows && nextColumns === columns) return
      const [oldRows, oldColumns] = [rows, columns]
      rows = nextRows
      columns = nextColumns
      const isOne = anchor === active
      active = again(active, oldRows, oldColumns)
      anchor = isOne ? active : again(anchor, oldRows, oldColumns)
    },
    told,
    /** Goes to a cell; with `extend` the range reaches from the anchor to it. */
    goTo(spot: Spot, { extend = false } = {}): void {
      active = within(spot)
      if (!extend || active.row < 0) anchor = active
      editing = undefined
      told()
    },
    /** Selects from one cell to another; the first is the active one. */
    select(from: Spot, to: Spot): void {
      active = within(from)
      anchor = within(to)
      editing = undefined
      told()
    },
    edit(given: { typed?: string }): void {
      anchor = active
      editing = given
      told()
    },
    endEdit(): void {
      if (!editing) return
      editing = undefined
      told()
    },
    /** Shows where the fill handle has been pulled to. */
    fill(next: Range | undefined): void {
      filled = next
      told()
    },
    /** What a row shows; the same object as long as it is the same. */
    stateOf(row: number): RowState {
      const { top, bottom, left, right } = range()
      const isIn = row >= top && row <= bottom && (top !== bottom || left !== right)
      const isFilled = filled !== undefined && row >= filled.top && row <= filled.bottom
      if (!isIn && !isFilled && active.row !== row) {
        states.delete(row)
        return untouched
      }
      const state: RowState = {
        ...(active.row === row && { active: active.column }),
        ...(active.row === row && editing && { editing }),
        left: isIn || isFilled ? left : 0,
        right: isIn || isFilled ? right : -1,
        isTop: isIn && row === top,
        isBottom: row === bottom && (isIn || active.row === row),
        isFilled,
      }
      const said = JSON.stringify(state)
      const before = states.get(row)
      if (before?.said === said) return before.state
      states.set(row, { said, state })
      return state
    },
  }
}

export type Cursor = ReturnType<typeof createCursor>
