import { useId } from 'react'
import { words } from '../../language/words.ts'
import type { ImportChoices } from './choices.ts'

const t = words('import-reading', {
  sheet: 'Sheet',
  dates: 'Dates are written',
  YMD: 'Year, month, day (2027-03-31)',
  DMY: 'Day, month, year (31.03.2027)',
  MDY: 'Month, day, year (03/31/2027)',
})

interface ReadingOptionsProps {
  file: File
  sheets: readonly string[] | undefined
  choices: ImportChoices
  onSheet: (sheet: string) => void
  onDateOrder: (order: ImportChoices['dateOrder']) => void
}

/** How the file is read: which sheet of a workbook, and how its dates are written. */
export function ReadingOptions({ file, sheets, choices, onSheet, onDateOrder }: ReadingOptionsProps) {
  const [sheetId, dateId] = [useId(), useId()]
  return (
    <div className="reading-options">
      <p className="file-name">{file.name}</p>
      {sheets && sheets.length > 1 && (
        <div>
          <label htmlFor={sheetId}>{t.sheet}</label>
          <select id={sheetId} value={choices.sheet ?? sheets[0]} onChange={({ target }) => onSheet(target.value)}>
            {sheets.map((name) => (
              <option key={name}>{name}</option>
            ))}
          </select>
        </div>
      )}
      <div>
        <label htmlFor={dateId}>{t.dates}</label>
        <select
          id={dateId}
          value={choices.dateOrder}
          onChange={({ target }) => onDateOrder(target.value as ImportChoices['dateOrder'])}
        >
          {(['YMD', 'DMY', 'MDY'] as const).map((order) => (
            <option key={order} value={order}>
              {t[order]}
            </option>
          ))}
        </select>
      </div>
    </div>
  )
}
