import { model, oneOfText, string } from '#contract/model.ts'
import { operation, readScopes } from '#contract/operation.ts'

/** Colours of statuses and what they look like. */
export const statusColors = {
  Brown: '#795548',
  Red: '#E91E63',
  Purple: '#9C27B0',
  Indigo: '#673AB7',
  DarkBlue: '#3F51B5',
  Blue: '#2196F3',
  Turquoise: '#00BCD4',
  DarkCyan: '#009688',
  Green: '#8BC34A',
  YellowGreen: '#CDDC39',
  Yellow: '#FFEB3B',
  Orange: '#FF9800',
  Gray: '#9E9E9E',
} as const
export const statusColorNames = Object.keys(statusColors) as (keyof typeof statusColors)[]

export const ColorInfo = model('ColorInfo', { name: oneOfText(statusColorNames), hex: string() })

export const queryColors = operation({
  id: 'queryColors',
  method: 'GET',
  paths: ['/colors'],
  summary: 'Names of colours and their hex codes',
  scopes: readScopes,
  kinds: { colors: ColorInfo },
  parameters: {},
})
