import type { Task } from '@taskwright/sdk'
import { datesMovedBy } from '../../../data/moved-dates.ts'
import { words } from '../../../language/words.ts'
import type { MenuChoice, MenuGroup } from '../../../parts/menu.tsx'
import type { Drafting } from '../dates/use-draft.ts'
import type { OutlineRow } from './outline.ts'
import type { useGantt } from './use-gantt.ts'

const t = words('gantt-menu', {
  open: 'Open',
  dates: 'Dates …',
  links: 'Dependencies …',
  move: 'Move',
  later: 'A day later',
  earlier: 'A day earlier',
  weekLater: 'A week later',
  weekEarlier: 'A week earlier',
})

interface MenuOptions {
  row: OutlineRow
  gantt: ReturnType<typeof useGantt>
  drafting: Drafting
  mayEdit: boolean
  onOpen: (row: OutlineRow) => void
  onDates: (task: Task) => void
  onLinks: (task: Task) => void
}

/** All that can be done with a row, without dragging. */
export function rowMenu({ row, gantt, drafting, mayEdit, onOpen, onDates, onLinks }: MenuOptions): MenuGroup[] {
  const { task } = row
  const move = (label: string, days: number): MenuChoice => ({
    label,
    run: () => {
      const tasks = gantt.tasksOf(row).flatMap(({ id, dates }) => {
        const wish = datesMovedBy(dates, 'move', days, gantt.isFree)
        return wish ? [{ taskId: id, dates: wish }] : []
      })
      if (tasks.length > 0) void drafting.finish({ tasks }, undefined)
    },
  })
  const isPlanned = task?.dates.due !== undefined || row.span !== undefined
  return [
    {
      choices: [
        { label: t.open, run: () => onOpen(row), keys: 'Enter' },
        ...(task && mayEdit
          ? [
              { label: t.dates, run: () => onDates(task), keys: 'E' },
              { label: t.links, run: () => onLinks(task), keys: 'D' },
            ]
          : []),
      ],
    },
    {
      title: t.move,
      choices:
        isPlanned && mayEdit
          ? [move(t.later, 1), move(t.earlier, -1), move(t.weekLater, 7), move(t.weekEarlier, -7)]
          : [],
    },
  ]
}
