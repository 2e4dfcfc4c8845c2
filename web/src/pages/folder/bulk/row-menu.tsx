import { useNavigate } from '@tanstack/react-router'
import type { Task } from '@taskwright/sdk'
import type { RefObject } from 'react'
import { tell } from '../../../data/notices.ts'
import type { View } from '../../../data/use-view.ts'
import { plural, words } from '../../../language/words.ts'
import { MenuList } from '../../../parts/menu.tsx'
import { Over } from '../../../parts/over.tsx'
import type { Edit } from './use-edit.ts'

const t = words('row-menu', {
  menu: ({ title }: { title: string }) => `What can be done with ${title}`,
  menuOf: ({ count }: { count: number }) => plural(count, { other: 'What can be done with # tasks' }),
  open: 'Open',
  page: 'Open on a page of its own',
  link: 'Copy the link',
  copied: 'The link is copied.',
  select: 'Select',
  unselect: 'Do not select',
  up: 'Move up',
  down: 'Move down',
  status: 'Status',
  remove: 'Delete',
})

export interface RowMenuProps {
  view: View
  task: Task
  /** All selected tasks, if it is one of them; else it alone. */
  tasks: readonly Task[]
  anchor: RefObject<HTMLElement | null>
  edit: Edit
  isSelected: boolean
  onSelect: () => void
  /** Missing where tasks can't be moved by hand. */
  onMove?: ((step: 1 | -1) => void) | undefined
  /** The keys that do the same, where they are others than in a list. */
  keys?: { open: string; select: string; remove?: string }
  onClose: () => void
}

const keysOfList = { open: 'Enter', select: 'Space', remove: 'Del' }

/** What can be done with a row, or with all that are selected. */
export function RowMenu({
  view,
  task,
  tasks,
  anchor,
  edit,
  isSelected,
  onSelect,
  onMove,
  keys = keysOfList,
  onClose,
}: RowMenuProps) {
  const navigate = useNavigate()
  const { statuses } = view.facts
  const label = tasks.length > 1 ? t.menuOf({ count: tasks.length }) : t.menu(task)
  const copy = async () => {
    await navigator.clipboard.writeText(task.permalink)
    tell(t.copied)
  }
  return (
    <Over triggerRef={anchor} isOpen onOpenChange={(isOpen) => !isOpen && onClose()} placement="bottom end">
      <MenuList
        label={label}
        onClose={onClose}
        groups={[
          {
            choices: [
              { label: t.open, icon: 'task', keys: keys.open, run: () => view.show(task.id) },
              {
                label: t.page,
                icon: 'forward',
                run: () => void navigate({ to: '/task/$taskId', params: { taskId: task.id } }),
              },
              { label: t.link, icon: 'link', run: () => void copy() },
              ...(view.may.edit
                ? [
                    {
                      label: isSelected ? t.unselect : t.select,
                      icon: 'check' as const,
                      keys: keys.select,
                      run: onSelect,
                    },
                  ]
                : []),
              ...(onMove
                ? [
                    { label: t.up, icon: 'up' as const, keys: 'Alt ↑', run: () => onMove(-1) },
                    { label: t.down, icon: 'down' as const, keys: 'Alt ↓', run: () => onMove(1) },
                  ]
                : []),
            ],
          },
          {
            title: t.status,
            choices: statuses
              .beside(task.customStatusId)
              .filter(({ id, hidden }) => view.may.changeStatus && !hidden && id !== task.customStatusId)
              .map(({ id, name }) => ({ label: name, run: () => void edit.set(tasks, { customStatus: id }) })),
          },
          {
            choices: view.may.remove
              ? [
                  {
                    label: t.remove,
                    icon: 'remove',
                    isHarm: true,
                    ...(keys.remove && { keys: keys.remove }),
                    run: () => void edit.remove(tasks),
                  },
                ]
              : [],
          },
        ]}
      />
    </Over>
  )
}
