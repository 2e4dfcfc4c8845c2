import type { CustomField } from '@taskwright/sdk'
import { useTaskChange } from '../../../../data/tasks.ts'
import { words } from '../../../../language/words.ts'
import { FieldEditor } from '../../../../parts/fields/field-editor.tsx'
import { FieldShown } from '../../../../parts/fields/field-shown.tsx'
import type { Field } from '../../../../parts/fields/fields.ts'
import { Icon } from '../../../../parts/icon.tsx'
import { ActionMenu, type MenuChoice } from '../../../../parts/menu.tsx'
import { useOpenTask } from '../../frame/open-task.tsx'
import { Fact } from '../fact.tsx'
import type { Flow } from './use-flows.ts'

const t = words('field-fact', {
  calculated: 'Calculated by its formula',
  linked: 'Comes from a database',
  readOnly: 'Nobody changes it here',
  up: 'Made of the values of the subtasks',
  down: 'Flows down to the subtasks',
  none: 'None',
  now: ({ title }: { title: string }) => `${title} was changed.`,
  more: ({ title }: { title: string }) => `${title}: more`,
  clear: 'Clear the value',
  flow: 'Let it flow down to the subtasks',
  stop: 'Let it flow down no longer',
})

interface FieldFactProps {
  custom: CustomField
  field: Field
  flow: Flow
  onFlow: (fieldId: string, isFlowing: boolean) => void
}

/** A field and its value. What nobody can set says why. */
export function FieldFact({ custom, field, flow, onFlow }: FieldFactProps) {
  const { task, may } = useOpenTask()
  const change = useTaskChange()
  const { title, format } = field
  const value = field.read(task)
  const set = field.change
  const why = reason(custom, flow)
  const keep = (next: string) => set && change.set(task, set(task, next), t.now({ title }))
  const choices: (MenuChoice | false)[] = [
    value !== '' && { label: t.clear, icon: 'close', run: () => keep('') },
    (task.subTaskIds?.length ?? 0) > 0 &&
      flow !== 'up' && {
        label: flow === 'down' ? t.stop : t.flow,
        icon: 'down',
        run: () => onFlow(custom.id, flow !== 'down'),
      },
  ]
  const real = choices.filter((choice) => choice !== false)
  const mayChange = set !== undefined && flow !== 'up' && may('editTask')
  return (
    <Fact label={title} error={change.error} field={custom.id}>
      {mayChange ? (
        <>
          <FieldEditor format={format} label={title} value={value} task={task} onChange={keep} />
          {real.length > 0 && <ActionMenu label={t.more({ title })} groups={[{ choices: real }]} />}
        </>
      ) : value === '' ? (
        <span className="quiet">{t.none}</span>
      ) : (
        <FieldShown format={format} value={value} task={task} />
      )}
      {why && (
        <span className="field-why" title={why}>
          <Icon name={flow === 'down' ? 'down' : 'lock'} />
          <span className="unseen">{why}</span>
        </span>
      )}
      {custom.description && <span className="field-says quiet">{custom.description}</span>}
    </Fact>
  )
}

function reason({ type, settings }: CustomField, flow: Flow): string | undefined {
  if (type.startsWith('Calculated')) return t.calculated
  if (type === 'LinkToDatabase') return t.linked
  if (settings?.readOnly) return t.readOnly
  return flow && t[flow]
}
