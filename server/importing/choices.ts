/** What a column of a file can become, beside a custom field. */
export const targets = [
  'title',
  'description',
  'status',
  'importance',
  'startDate',
  'dueDate',
  'responsibles',
  'id',
  'parent',
] as const
export type Target = (typeof targets)[number]

/** Signs between the cells of a row. */
export const delimiterSigns = { Comma: ',', Semicolon: ';', Tab: '\t' } as const
export type Delimiter = keyof typeof delimiterSigns
export const delimiters = ['Comma', 'Semicolon', 'Tab'] as const satisfies readonly Delimiter[]

/** In which order dates have year, month and day. */
export const dateOrders = ['YMD', 'DMY', 'MDY'] as const
export type DateOrder = (typeof dateOrders)[number]
