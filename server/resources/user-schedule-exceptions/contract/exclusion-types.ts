/** Why days of a person differ from its schedule; Overtime is worked, the others are free. */
export const userExclusionTypes = ['VacationPTO', 'Overtime', 'OtherNonWorking'] as const
export type UserExclusionType = (typeof userExclusionTypes)[number]

/** Why a part of a day is free. */
export const partialExclusionTypes = ['VacationPTO', 'OtherNonWorking'] as const
export type PartialExclusionType = (typeof partialExclusionTypes)[number]
