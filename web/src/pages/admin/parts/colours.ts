import type { ColorInfoName } from '@taskwright/sdk'
import { words } from '../../../language/words.ts'

const t = words('colours', {
  Brown: 'Brown',
  Red: 'Red',
  Purple: 'Purple',
  Indigo: 'Indigo',
  DarkBlue: 'Dark blue',
  Blue: 'Blue',
  Turquoise: 'Turquoise',
  DarkCyan: 'Dark cyan',
  Green: 'Green',
  YellowGreen: 'Yellow green',
  Yellow: 'Yellow',
  Orange: 'Orange',
  Gray: 'Grey',
})

export const colourNames: readonly ColorInfoName[] = [
  'Gray',
  'Brown',
  'Red',
  'Orange',
  'Yellow',
  'YellowGreen',
  'Green',
  'DarkCyan',
  'Turquoise',
  'Blue',
  'DarkBlue',
  'Indigo',
  'Purple',
]

/** A colour of the API as people call it. */
export const colourText = (name: string): string => (name in t ? t[name as ColorInfoName] : name)
