import type { CustomStatus, CustomStatusUse, Workflow } from '@taskwright/sdk'
import { plural, words } from '../../../language/words.ts'
import { ActionMenu } from '../../../parts/menu.tsx'
import { ColourPicker } from '../parts/colour-picker.tsx'
import { EditableText } from '../parts/editable-text.tsx'
import { Sortable } from '../parts/sortable.tsx'
import { useWorkflowChange } from './use-workflow-change.ts'

const t = words('status-row', {
  name: ({ name }: { name: string }) => `Name of ${name}`,
  renamed: ({ name, next }: { name: string; next: string }) => `${name} is now called ${next}.`,
  coloured: ({ name }: { name: string }) => `${name} has another colour.`,
  hidden: 'Hidden',
  isHidden: ({ name }: { name: string }) => `${name} is hidden: tasks keep it, nobody chooses it any more.`,
  isShown: ({ name }: { name: string }) => `${name} can be chosen again.`,
  hide: 'Hide',
  show: 'Show again',
  up: 'Move up',
  down: 'Move down',
  remove: 'Delete …',
  actions: ({ name }: { name: string }) => `${name}: what to do`,
  tasks: ({ count }: { count: number }) => plural(count, { one: '# task', other: '# tasks' }),
  projects: ({ count }: { count: number }) => plural(count, { one: '# project', other: '# projects' }),
  both: ({ tasks, projects }: { tasks: string; projects: string }) => `${tasks}, ${projects}`,
})

interface StatusRowProps {
  status: CustomStatus
  workflow: Workflow
  use: CustomStatusUse | undefined
  order: readonly string[]
  onPlace: (id: string, beside: string, where: 'before' | 'after') => void
  onRemove: () => void
}

/** One status: its place, colour and name, what has it, and what can be done with it. */
export function StatusRow({ status, workflow, use, order, onPlace, onRemove }: StatusRowProps) {
  const { set } = useWorkflowChange(workflow)
  const { id, name, color, hidden, standard } = status
  const at = order.indexOf(id)
  const become = (marks: Partial<Pick<CustomStatus, 'name' | 'color' | 'hidden'>>, told: string) => {
    const before = {
      ...('name' in marks && { name }),
      ...('color' in marks && color && { color }),
      ...('hidden' in marks && { hidden }),
    }
    set({ customStatus: { id, ...marks } }, told, { customStatus: { id, ...before } })
  }
  const move = (step: 1 | -1) => {
    const beside = order[at + step]
    if (beside) onPlace(id, beside, step < 0 ? 'before' : 'after')
  }
  return (
    <Sortable
      list={`${workflow.id} ${status.group}`}
      id={id}
      name={name}
      order={order}
      onPlace={onPlace}
      className={hidden ? 'status-row hidden-status' : 'status-row'}
    >
      <ColourPicker name={name} colour={color} onChoose={(next) => become({ color: next }, t.coloured({ name }))} />
      <EditableText
        label={t.name({ name })}
        value={name}
        onChange={(next) => become({ name: next }, t.renamed({ name, next }))}
      />
      {hidden && <span className="tag warn">{t.hidden}</span>}
      {use && (use.tasks > 0 || use.projects > 0) && (
        <span className="quiet status-use">
          {use.projects === 0
            ? t.tasks({ count: use.tasks })
            : t.both({ tasks: t.tasks({ count: use.tasks }), projects: t.projects({ count: use.projects }) })}
        </span>
      )}
      <ActionMenu
        label={t.actions({ name })}
        groups={[
          {
            choices: [
              { label: t.up, icon: 'up', run: () => move(-1), isDisabled: at <= 0 },
              { label: t.down, icon: 'down', run: () => move(1), isDisabled: at === order.length - 1 },
            ],
          },
          {
            choices: [
              {
                label: hidden ? t.show : t.hide,
                run: () => become({ hidden: !hidden }, hidden ? t.isShown({ name }) : t.isHidden({ name })),
              },
              ...(standard ? [] : [{ label: t.remove, isHarm: true, run: onRemove }]),
            ],
          },
        ]}
      />
    </Sortable>
  )
}
