// Written by `npm run generate` from the contract. Changes belong there.

import { operation } from '../operation.ts'

export type ColorInfoName =
  | 'Brown'
  | 'Red'
  | 'Purple'
  | 'Indigo'
  | 'DarkBlue'
  | 'Blue'
  | 'Turquoise'
  | 'DarkCyan'
  | 'Green'
  | 'YellowGreen'
  | 'Yellow'
  | 'Orange'
  | 'Gray'

export interface ColorInfo {
  name: ColorInfoName
  hex: string
}

/** What {@link queryColors} takes. */
export interface QueryColorsInput {
}

/** Names of colours and their hex codes */
export const queryColors = /* @__PURE__ */ operation<QueryColorsInput, ColorInfo>({
  id: 'queryColors',
  method: 'GET',
  paths: ['/colors'],
})
