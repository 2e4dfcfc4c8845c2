import { useId } from 'react'
import { nameOf, usePeople } from '../../../data/people.ts'
import { words } from '../../../language/words.ts'
import { byTitle, Picker } from '../../../parts/picker.tsx'
import { currencies } from '../parts/currencies.ts'
import { hasSetting, type Settings } from './draft.ts'
import { aggregations, aggregationText, type FieldType } from './field-texts.ts'
import { OptionsField } from './options-field.tsx'

const t = words('type-settings', {
  currency: 'Currency',
  decimals: 'Digits after the point',
  separator: 'Thousands are set apart',
  aggregation: 'Lists show below it',
  time: 'A time of the day too',
  contacts: 'Whom one may choose',
  everybody: 'Everybody',
  others: 'Other values may be typed',
})

interface TypeSettingsProps {
  type: FieldType
  settings: Settings
  onChange: (change: Settings) => void
}

/** What a type of field has to set. */
export function TypeSettings({ type, settings, onChange }: TypeSettingsProps) {
  const id = useId()
  const has = (name: keyof Settings) => hasSetting(type, name)
  return (
    <>
      {has('options') && <OptionsField settings={settings} onChange={onChange} />}
      {has('allowOtherValues') && (
        <Check
          label={t.others}
          isOn={settings.allowOtherValues ?? true}
          onChange={(allowOtherValues) => onChange({ allowOtherValues })}
        />
      )}
      {has('currency') && (
        <div className="field">
          <label htmlFor={`${id}-currency`}>{t.currency}</label>
          <select
            id={`${id}-currency`}
            value={settings.currency ?? 'USD'}
            onChange={({ target }) => onChange({ currency: target.value as NonNullable<Settings['currency']> })}
          >
            {currencies.map((code) => (
              <option key={code} value={code}>
                {code}
              </option>
            ))}
          </select>
        </div>
      )}
      {has('decimalPlaces') && (
        <div className="field">
          <label htmlFor={`${id}-decimals`}>{t.decimals}</label>
          <input
            id={`${id}-decimals`}
            type="number"
            min={0}
            max={10}
            value={settings.decimalPlaces ?? 2}
            onChange={({ target }) =>
              onChange({ decimalPlaces: Math.min(10, Math.max(0, Math.round(target.valueAsNumber || 0))) })
            }
          />
        </div>
      )}
      {has('useThousandsSeparator') && (
        <Check
          label={t.separator}
          isOn={settings.useThousandsSeparator ?? false}
          onChange={(useThousandsSeparator) => onChange({ useThousandsSeparator })}
        />
      )}
      {has('aggregation') && (
        <div className="field">
          <label htmlFor={`${id}-aggregation`}>{t.aggregation}</label>
          <select
            id={`${id}-aggregation`}
            value={settings.aggregation ?? 'None'}
            onChange={({ target }) => onChange({ aggregation: target.value as (typeof aggregations)[number] })}
          >
            {aggregations.map((each) => (
              <option key={each} value={each}>
                {aggregationText(each)}
              </option>
            ))}
          </select>
        </div>
      )}
      {has('allowTime') && (
        <Check label={t.time} isOn={settings.allowTime ?? false} onChange={(allowTime) => onChange({ allowTime })} />
      )}
      {has('contacts') && (
        <ContactsField chosen={settings.contacts ?? []} onChoose={(contacts) => onChange({ contacts })} />
      )}
    </>
  )
}

function Check({ label, isOn, onChange }: { label: string; isOn: boolean; onChange: (isOn: boolean) => void }) {
  return (
    <label className="choice">
      <input type="checkbox" checked={isOn} onChange={({ target }) => onChange(target.checked)} />
      {label}
    </label>
  )
}

function ContactsField({ chosen, onChoose }: { chosen: readonly string[]; onChoose: (ids: string[]) => void }) {
  const people = usePeople()
  const items = [...people.values()]
    .filter(({ type }) => type === 'Person' || type === 'Group')
    .map((each) => ({ id: each.id, title: nameOf(each) }))
    .sort(byTitle)
  const shown = chosen.flatMap((id) => people.get(id) ?? []).map(nameOf)
  return (
    <div className="field">
      <span className="label">{t.contacts}</span>
      <Picker
        label={t.contacts}
        name={`${t.contacts}: ${shown.join(', ') || t.everybody}`}
        items={items}
        chosen={chosen}
        onChoose={onChoose}
        isMany
      >
        {shown.join(', ') || t.everybody}
      </Picker>
    </div>
  )
}
