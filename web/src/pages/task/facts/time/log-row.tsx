import { useQueryClient } from '@tanstack/react-query'
import {
  createTimelog,
  deleteTimelog,
  queryTimelogCategories,
  queryTimelogs,
  type Timelog,
  updateTimelog,
} from '@taskwright/sdk'
import { useState } from 'react'
import { useChange, useRead } from '../../../../data/api.ts'
import { tell } from '../../../../data/notices.ts'
import { patchRows } from '../../../../data/patch.ts'
import { nameOf, usePeople } from '../../../../data/people.ts'
import { durationText } from '../../../../language/durations.ts'
import { numberText } from '../../../../language/language.ts'
import { words } from '../../../../language/words.ts'
import { Fault } from '../../../../parts/fault.tsx'
import { Icon } from '../../../../parts/icon.tsx'
import { ActionMenu } from '../../../../parts/menu.tsx'
import { Avatar } from '../../../../parts/person.tsx'
import { useOpenTask } from '../../frame/open-task.tsx'
import { LogForm } from './log-form.tsx'
import { useMe } from './use-me.ts'

const t = words('log-row', {
  more: ({ time, name }: { time: string; name: string }) => `${time} of ${name}: more`,
  somebody: 'Somebody',
  edit: 'Edit',
  remove: 'Delete',
  save: 'Save',
  form: 'Record of time',
  removed: ({ time }: { time: string }) => `The record of ${time} was deleted.`,
  undo: 'Undo',
  locked: 'Its day is closed: it stays as it is',
  Pending: 'Its timesheet is being looked at: it stays as it is',
  Approved: 'Its timesheet is approved: it stays as it is',
  Rejected: 'Its timesheet was rejected',
  billable: 'billable',
  notBillable: 'not billable',
})

/** One record of time: whose, how long, on what. Who may edits it in its place. */
export function LogRow({ log }: { log: Timelog }) {
  const { may } = useOpenTask()
  const people = usePeople()
  const me = useMe()
  const [isEdited, setEdited] = useState(false)
  const update = useChange(updateTimelog, [queryTimelogs])
  const { remove, error } = useRemove(log)
  const categories = useRead(queryTimelogCategories, {}).data
  const category = categories?.find(({ id }) => id === log.categoryId)?.name
  const person = people.get(log.userId)
  const name = person ? nameOf(person) : t.somebody
  const time = durationText(log.hours * 60)
  const state = stateOf(log)
  const isClosed = log.lockStatus === 'Locked' || log.approvalStatus === 'Pending' || log.approvalStatus === 'Approved'
  const mayChange = may('trackTime') && !isClosed && (log.userId === me?.id || me?.isAdmin)
  if (isEdited)
    return (
      <li>
        <LogForm
          name={t.form}
          act={t.save}
          known={log}
          error={update.error}
          onCancel={() => setEdited(false)}
          onSend={async ({ personId: _, categoryId, ...changed }) => {
            await update.mutateAsync({
              timelogId: log.id,
              plainText: true,
              ...changed,
              ...(categoryId && { categoryId }),
            })
            setEdited(false)
          }}
        />
      </li>
    )
  return (
    <li className="log">
      {person && <Avatar person={person} />}
      <span className="log-hours">{time}</span>
      <span className="log-text">
        {category && <span className="tag">{category}</span>} {log.comment}
        {log.billingType && (
          <span className="quiet"> {log.billingType === 'Billable' ? t.billable : t.notBillable}</span>
        )}
        {log.finance && log.finance.actualFees > 0 && <span className="quiet"> {moneyText(log.finance)}</span>}
      </span>
      {state && (
        <span className="quiet" title={state}>
          <Icon name={isClosed ? 'lock' : 'warning'} />
          <span className="unseen">{state}</span>
        </span>
      )}
      {mayChange && (
        <ActionMenu
          label={t.more({ time, name })}
          groups={[
            {
              choices: [
                { label: t.edit, icon: 'edit', run: () => setEdited(true) },
                { label: t.remove, icon: 'remove', isHarm: true, run: () => remove(time) },
              ],
            },
          ]}
        />
      )}
      <Fault error={error} />
    </li>
  )
}

/** Why a record cannot be changed, or what was said of it. */
function stateOf({ lockStatus, approvalStatus }: Timelog): string | undefined {
  if (lockStatus === 'Locked') return t.locked
  return approvalStatus === undefined || approvalStatus === 'NotSubmitted' ? undefined : t[approvalStatus]
}

const moneyText = ({ currency, actualFees }: NonNullable<Timelog['finance']>) =>
  numberText(actualFees, { style: 'currency', currency })

/** Deletes a record at once; the notice makes it anew. */
function useRemove(log: Timelog) {
  const memory = useQueryClient()
  const me = useMe()
  const create = useChange(createTimelog, [queryTimelogs])
  const change = useChange(deleteTimelog, [queryTimelogs], {
    show: ({ timelogId }) => patchRows<Timelog>(memory, [timelogId], () => null),
  })
  const { taskId, hours, trackedDate, comment, categoryId, userId } = log
  const again = () =>
    create.mutate({
      taskId,
      hours,
      trackedDate,
      comment,
      plainText: true,
      ...(categoryId && { categoryId }),
      ...(userId !== me?.id && { onBehalfOf: userId }),
    })
  const remove = (time: string) =>
    void change.mutateAsync({ timelogId: log.id }).then(
      () => tell(t.removed({ time }), { action: { label: t.undo, run: again } }),
      () => {},
    )
  return { remove, error: change.error }
}
