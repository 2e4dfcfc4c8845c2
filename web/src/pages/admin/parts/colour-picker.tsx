import type { ColorInfoName } from '@taskwright/sdk'
import { words } from '../../../language/words.ts'
import { Picker } from '../../../parts/picker.tsx'
import { ColourDot } from '../../../parts/status.tsx'
import { colourNames, colourText } from './colours.ts'

const t = words('colour-picker', {
  of: ({ name, colour }: { name: string; colour: string }) => `Colour of ${name}: ${colour}`,
  none: 'none',
})

interface ColourPickerProps {
  /** What has the colour. */
  name: string
  colour: string | undefined
  onChoose: (colour: ColorInfoName) => void
}

/** A dot that opens the colours to choose from, each with its name. */
export function ColourPicker({ name, colour, onChoose }: ColourPickerProps) {
  return (
    <Picker
      label={t.of({ name, colour: colour ? colourText(colour) : t.none })}
      name={t.of({ name, colour: colour ? colourText(colour) : t.none })}
      items={colourNames.map((id) => ({ id, title: colourText(id), mark: <ColourDot color={id} /> }))}
      chosen={colour ? [colour] : []}
      onChoose={([id]) => id && onChoose(id as ColorInfoName)}
      className="plain colour-button"
    >
      <ColourDot color={colour ?? 'Gray'} />
    </Picker>
  )
}
