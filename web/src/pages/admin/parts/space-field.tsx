import { querySpaces } from '@taskwright/sdk'
import { useId } from 'react'
import { useRead } from '../../../data/api.ts'
import { collator } from '../../../language/language.ts'
import { words } from '../../../language/words.ts'

const t = words('space-field', {
  account: 'The whole account',
  space: ({ title }: { title: string }) => `Only the space ${title}`,
})

interface SpaceFieldProps {
  label: string
  spaceId: string | undefined
  onChoose: (spaceId: string | undefined) => void
}

/** Whether something is for the whole account or for one of its spaces. */
export function SpaceField({ label, spaceId, onChoose }: SpaceFieldProps) {
  const spaces = useRead(querySpaces, {}).data ?? []
  const id = useId()
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <select id={id} value={spaceId ?? ''} onChange={({ target }) => onChoose(target.value || undefined)}>
        <option value="">{t.account}</option>
        {spaces
          .filter(({ accessType }) => accessType !== 'Personal')
          .toSorted((one, other) => collator.compare(one.title, other.title))
          .map((space) => (
            <option key={space.id} value={space.id}>
              {t.space({ title: space.title })}
            </option>
          ))}
      </select>
    </div>
  )
}
