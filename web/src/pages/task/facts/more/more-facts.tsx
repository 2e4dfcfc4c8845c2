import { getAccount, queryCustomItemTypes, queryWorkSchedules } from '@taskwright/sdk'
import { useState } from 'react'
import { useRead } from '../../../../data/api.ts'
import { momentText } from '../../../../data/days.ts'
import { nameOf, usePeople } from '../../../../data/people.ts'
import { numberText } from '../../../../language/language.ts'
import { words } from '../../../../language/words.ts'
import { byTitle } from '../../../../parts/picker.tsx'
import { useOpenTask } from '../../frame/open-task.tsx'
import { Fact } from '../fact.tsx'
import { ChoiceFact } from './choice-fact.tsx'
import './more.css'

const t = words('more-facts', {
  more: 'More details',
  type: 'Type',
  task: 'Task',
  schedule: 'Work schedule',
  asOthers: 'As the assignee or the account',
  billing: 'Billing',
  Billable: 'Billable',
  NonBillable: 'Not billable',
  unset: 'Not said',
  plannedFees: 'Planned fees',
  actualFees: 'Actual fees',
  plannedCost: 'Planned cost',
  actualCost: 'Actual cost',
  author: 'Author',
  created: 'Created',
  updated: 'Updated',
  completed: 'Completed',
  permalink: 'Permalink',
})

const remembered = 'task-more'
/** The one plan that has billing, by the name it has in the API. */
const withBilling = 'CreativeEnterprise'
const money = ['plannedFees', 'actualFees', 'plannedCost', 'actualCost'] as const

/** What is known of a task and changed more rarely, behind a line that opens; the browser remembers whether it is open. */
export function MoreFacts() {
  const [isOpen, setOpen] = useState(() => localStorage.getItem(remembered) === 'open')
  return (
    <details
      className="more-facts"
      open={isOpen}
      onToggle={({ currentTarget }) => {
        setOpen(currentTarget.open)
        localStorage.setItem(remembered, currentTarget.open ? 'open' : '')
      }}
    >
      <summary>{t.more}</summary>
      {isOpen && <Facts />}
    </details>
  )
}

function Facts() {
  const { task } = useOpenTask()
  const people = usePeople()
  const types = useRead(queryCustomItemTypes, { type: 'Task' }).data ?? []
  const schedules = useRead(queryWorkSchedules, {}).data ?? []
  const subscription = useRead(getAccount, { fields: ['subscription'] }).data?.[0]?.subscription
  const { finance } = task
  const authors = (task.authorIds ?? []).flatMap((id) => people.get(id) ?? [])
  const offered = types.filter(({ id, archivedOn }) => !archivedOn || id === task.customItemTypeId)
  return (
    <>
      {offered.length > 0 && (
        <ChoiceFact
          label={t.type}
          items={offered.map(({ id, title, description }) => ({
            id,
            title,
            ...(description && { note: description }),
          }))}
          chosen={task.customItemTypeId ?? ''}
          none={t.task}
          change={(convertToCustomItemType) => ({ convertToCustomItemType })}
        />
      )}
      {schedules.length > 1 && (
        <ChoiceFact
          label={t.schedule}
          items={[{ id: '', title: t.asOthers }, ...schedules.map(({ id, title }) => ({ id, title })).sort(byTitle)]}
          chosen={task.workScheduleId ?? ''}
          none={t.asOthers}
          change={(id) => ({ workScheduleId: id === '' ? null : id })}
        />
      )}
      {(task.billingType || subscription?.type === withBilling) && (
        <ChoiceFact
          label={t.billing}
          items={(['Billable', 'NonBillable'] as const).map((id) => ({ id, title: t[id] }))}
          chosen={task.billingType ?? ''}
          none={t.unset}
          change={(id) => ({ billingType: id as 'Billable' | 'NonBillable' })}
        />
      )}
      {finance &&
        money.map(
          (name) =>
            finance[name] !== undefined && (
              <Fact key={name} label={t[name]}>
                {numberText(finance[name], { style: 'currency', currency: finance.currency })}
              </Fact>
            ),
        )}
      <Fact label={t.author}>{authors.map(nameOf).join(', ')}</Fact>
      <Fact label={t.created}>{momentText(task.createdDate)}</Fact>
      <Fact label={t.updated}>{momentText(task.updatedDate)}</Fact>
      {task.completedDate && <Fact label={t.completed}>{momentText(task.completedDate)}</Fact>}
      <Fact label={t.permalink}>
        <a href={task.permalink}>{task.permalink.replace(/^https?:\/\//, '')}</a>
      </Fact>
    </>
  )
}
