import type { Task } from '@taskwright/sdk'
import { useState } from 'react'
import type { View } from '../../../data/use-view.ts'
import { plural, words } from '../../../language/words.ts'
import { Confirm } from '../../../parts/dialog.tsx'
import { fieldFor } from '../../../parts/fields/fields.ts'
import { Icon } from '../../../parts/icon.tsx'
import { Picker } from '../../../parts/picker.tsx'
import { ColourDot } from '../../../parts/status.tsx'
import './bulk.css'
import { SetDates } from './set-dates.tsx'
import { SetField } from './set-field.tsx'
import type { Edit } from './use-edit.ts'

const t = words('bulk', {
  label: 'Selected tasks',
  selected: ({ count }: { count: number }) => plural(count, { one: '# selected', other: '# selected' }),
  status: 'Status',
  assign: 'Assign',
  unassign: 'Take off',
  importance: 'Importance',
  move: 'Move to',
  add: 'Add to',
  dates: 'Dates',
  remove: 'Delete',
  clear: 'Select none',
  sure: ({ count }: { count: number }) => plural(count, { one: 'Delete # task?', other: 'Delete # tasks?' }),
  bin: 'They go to the recycle bin with the tasks that are only inside them, and can be taken out of it again.',
  act: ({ count }: { count: number }) => plural(count, { one: 'Delete # task', other: 'Delete # tasks' }),
  changing: ({ done, of }: { done: number; of: number }) =>
    `${plural(done, { other: '#' })} / ${plural(of, { other: '#' })}`,
  progress: 'Tasks changed',
})

interface BulkBarProps {
  view: View
  tasks: readonly Task[]
  edit: Edit
  onClear: () => void
}

/** More than this many are not deleted without asking. */
const fewTasks = 5

/** What can be done with all selected tasks at once. */
export function BulkBar({ view, tasks, edit, onClear }: BulkBarProps) {
  const [asks, setAsks] = useState<'delete' | 'dates'>()
  const { facts } = view
  const { progress } = edit
  const count = tasks.length
  const people = optionsOf('Assignees', view)
  const assigned = people.filter(({ id }) => tasks.some(({ responsibleIds = [] }) => responsibleIds.includes(id)))
  const statuses = statusesOf(tasks, view)
  const places = [...facts.places.byId.values()].map(({ id, title, kind }) => ({ id, title, note: kind }))
  if (!view.may.edit) return null
  const remove = () => (count > fewTasks ? setAsks('delete') : void edit.remove(tasks))
  return (
    <section className="bulk-bar" aria-label={t.label}>
      <strong role="status">{t.selected({ count })}</strong>
      {progress && progress.of > 1 && (
        <span className="bulk-progress">
          <progress aria-label={t.progress} value={progress.done} max={progress.of} />
          <span aria-hidden="true">{t.changing(progress)}</span>
        </span>
      )}
      {statuses.length > 0 && (
        <Picker
          label={t.status}
          items={statuses}
          chosen={[]}
          onChoose={([customStatus]) => customStatus && void edit.set(tasks, { customStatus })}
        >
          {t.status}
        </Picker>
      )}
      <Picker
        label={t.assign}
        items={people}
        chosen={[]}
        onChoose={([id]) => id && void edit.set(tasks, { addResponsibles: [id] })}
      >
        {t.assign}
      </Picker>
      {assigned.length > 0 && (
        <Picker
          label={t.unassign}
          items={assigned}
          chosen={[]}
          onChoose={([id]) => id && void edit.set(tasks, { removeResponsibles: [id] })}
        >
          {t.unassign}
        </Picker>
      )}
      <button type="button" className="secondary small" onClick={() => setAsks('dates')}>
        {t.dates}
      </button>
      <Picker
        label={t.importance}
        items={optionsOf('Importance', view)}
        chosen={[]}
        onChoose={([importance]) =>
          importance && void edit.set(tasks, { importance: importance as Task['importance'] })
        }
      >
        {t.importance}
      </Picker>
      <SetField view={view} tasks={tasks} edit={edit} />
      {view.may.remove && (
        <Picker
          label={t.move}
          items={places}
          chosen={[]}
          onChoose={([id]) =>
            id &&
            void edit.set(tasks, ({ parentIds = [] }) => ({
              ...(!parentIds.includes(id) && { addParents: [id] }),
              ...(parentIds.some((one) => one !== id) && { removeParents: parentIds.filter((one) => one !== id) }),
            }))
          }
        >
          {t.move}
        </Picker>
      )}
      <Picker
        label={t.add}
        items={places}
        chosen={[]}
        onChoose={([id]) =>
          id && void edit.set(tasks, ({ parentIds = [] }) => (parentIds.includes(id) ? {} : { addParents: [id] }))
        }
      >
        {t.add}
      </Picker>
      {view.may.remove && (
        <button type="button" className="harm small" onClick={remove}>
          {t.remove}
        </button>
      )}
      <button type="button" className="plain" aria-label={t.clear} onClick={onClear}>
        <Icon name="close" />
      </button>
      {asks === 'delete' && (
        <Confirm
          title={t.sure({ count })}
          act={t.act({ count })}
          onAct={() => void edit.remove(tasks)}
          onClose={() => setAsks(undefined)}
        >
          <p>{t.bin}</p>
        </Confirm>
      )}
      {asks === 'dates' && <SetDates tasks={tasks} edit={edit} onClose={() => setAsks(undefined)} />}
    </section>
  )
}

function optionsOf(key: 'Assignees' | 'Importance', view: View) {
  const { format } = fieldFor(key, view.facts)
  return format.type === 'Choice' ? format.optionsFor() : []
}

/** Statuses that every one of the tasks can have: those of the workflow that all are in. */
function statusesOf(tasks: readonly Task[], { facts: { statuses } }: View) {
  const workflows = new Set(tasks.map(({ customStatusId }) => statuses.byId.get(customStatusId)?.workflowId))
  const [first] = tasks
  if (!first || workflows.size > 1) return []
  return statuses
    .beside(first.customStatusId)
    .filter(({ hidden }) => !hidden)
    .map(({ id, name, color = 'Gray' }) => ({ id, title: name, mark: <ColourDot color={color} /> }))
}
