import { createTimelog, queryTimelogs } from '@taskwright/sdk'
import { useChange } from '../../../../data/api.ts'
import { words } from '../../../../language/words.ts'
import { useOpenTask } from '../../frame/open-task.tsx'
import { LogForm } from './log-form.tsx'

const t = words('new-log', { add: 'Record time', form: 'New record of time' })

/** A line in which time is recorded; for others, by admins. */
export function NewLog() {
  const { task } = useOpenTask()
  const create = useChange(createTimelog, [queryTimelogs])
  return (
    <LogForm
      name={t.form}
      act={t.add}
      mayBeOthers
      error={create.error}
      onSend={async ({ personId, categoryId, ...time }) => {
        await create.mutateAsync({
          taskId: task.id,
          plainText: true,
          ...time,
          ...(categoryId && { categoryId }),
          ...(personId && { onBehalfOf: personId }),
        })
      }}
    />
  )
}
