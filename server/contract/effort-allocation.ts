import {
  arrayOf,
  dateText,
  idText,
  model,
  number as numberText,
  oneOfText,
  optional as optionalMember,
} from './model.ts'
import { date, id, listOf, number, object, oneOf, optional } from './parameters.ts'

const modes = ['None', 'FullTime', 'Basic', 'Flexible'] as const

const DailyAllocation = model('DailyAllocation', { date: dateText(), effortMinutes: numberText() })

const ResponsibleAllocation = model('ResponsibleAllocation', {
  userId: optionalMember(idText('Contact')),
  placeholderId: optionalMember(idText('Placeholder')),
  dailyAllocation: optionalMember(arrayOf(DailyAllocation)),
})

/** How the effort of a task is spread over its dates, in minutes. */
export const EffortAllocation = model('EffortAllocation', {
  mode: oneOfText(modes),
  totalEffort: optionalMember(numberText()),
  allocatedEffort: optionalMember(numberText()),
  dailyAllocationPercentage: optionalMember(numberText()),
  responsibleAllocation: optionalMember(arrayOf(ResponsibleAllocation)),
})

export const responsibleAllocations = () =>
  listOf(
    object({
      userId: optional(id('Contact')),
      placeholderId: optional(id('Placeholder')),
      dailyAllocation: optional(listOf(object({ date: date(), effortMinutes: number({ minimum: 0 }) }))),
    }),
  )

export const effortAllocation = () =>
  object({
    mode: oneOf(modes),
    totalEffort: optional(number({ minimum: 0 })),
    allocatedEffort: optional(number({ minimum: 0 })),
    dailyAllocationPercentage: optional(number({ minimum: 0 })),
    responsibleAllocation: optional(responsibleAllocations()),
  })
