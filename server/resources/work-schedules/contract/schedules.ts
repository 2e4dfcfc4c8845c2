import {
  arrayOf,
  idText,
  idTexts,
  integer,
  model,
  oneOfText,
  optional as optionalMember,
  string,
} from '#contract/model.ts'
import { operation } from '#contract/operation.ts'
import { filledText, flag, id, ids, listOf, object, oneOf, optional } from '#contract/parameters.ts'
import { capacityMinutes, weekDays, weekDayTexts } from '#contract/work-days.ts'

const WorkWeek = model('WorkWeek', { workDays: weekDayTexts(), capacityMinutes: integer() })

export const WorkSchedule = model('WorkSchedule', {
  id: idText('WorkSchedule'),
  scheduleType: oneOfText(['Default', 'Custom']),
  title: string(),
  workweek: arrayOf(WorkWeek),
  userIds: optionalMember(idTexts('Contact')),
})

export const readScopes = ['amReadOnlyWorkSchedule', 'amReadWriteWorkSchedule'] as const
export const writeScopes = ['amReadWriteWorkSchedule'] as const

/** What all writes of schedules have alike. */
export const written = { scopes: writeScopes, admin: true, feature: 'workSchedules' } as const

const kinds = { workschedules: WorkSchedule }
const fields = ['userIds'] as const
const title = () => filledText({ maxLength: 1000 })
const workweek = () => listOf(object({ dayOfWeek: oneOf(weekDays), isWorkDay: flag() }), { maxItems: 7 })
const addUsers = () => optional(ids('Contact', { maxItems: 100_000 }))

export const queryWorkSchedules = operation({
  id: 'queryWorkSchedules',
  method: 'GET',
  paths: ['/workschedules', '/workschedules/{workscheduleId}'],
  summary: 'Work schedules of the account, or one of them',
  description: 'The default schedule comes first. It holds for everybody who is not assigned to another.',
  scopes: readScopes,
  kinds,
  fields,
  parameters: { workscheduleId: optional(id('WorkSchedule')) },
})

export const createWorkSchedule = operation({
  id: 'createWorkSchedule',
  method: 'POST',
  paths: ['/workschedules'],
  summary: 'Creates a work schedule',
  description:
    'Days that `workweek` does not name are free. Users leave the schedule they had; without `capacityMinutes` a day has 480.',
  ...written,
  kinds,
  fields,
  parameters: {
    title: title(),
    workweek: workweek(),
    addUsers: addUsers(),
    capacityMinutes: optional(capacityMinutes()),
  },
})

export const updateWorkSchedule = operation({
  id: 'updateWorkSchedule',
  method: 'PUT',
  paths: ['/workschedules/{workscheduleId}'],
  summary: 'Changes a work schedule and who works by it',
  description:
    'Days that `workweek` does not name stay as they are. Users that are removed work by the default schedule. Tasks whose working days change get new due dates.',
  ...written,
  kinds,
  fields,
  parameters: {
    workscheduleId: id('WorkSchedule'),
    title: optional(title()),
    workweek: optional(workweek()),
    addUsers: addUsers(),
    removeUsers: optional(ids('Contact')),
    capacityMinutes: optional(capacityMinutes()),
  },
})

export const deleteWorkSchedule = operation({
  id: 'deleteWorkSchedule',
  method: 'DELETE',
  paths: ['/workschedules/{workscheduleId}'],
  summary: 'Deletes a work schedule',
  description: 'Its users work by the default schedule then, which itself cannot be deleted.',
  ...written,
  kinds,
  parameters: { workscheduleId: id('WorkSchedule') },
})

export const duplicateWorkSchedule = operation({
  id: 'duplicateWorkSchedule',
  method: 'POST',
  paths: ['/workschedules/{workscheduleId}/duplicate'],
  summary: 'Makes a schedule like another',
  description: 'With its week, exceptions and capacity changes, but without its users.',
  ...written,
  kinds,
  parameters: { workscheduleId: id('WorkSchedule'), title: title() },
})
