import { type CustomField, createCustomField, modifyCustomField, queryCustomFields } from '@taskwright/sdk'
import { type FormEvent, useId, useState } from 'react'
import { useChange } from '../../../data/api.ts'
import { tell } from '../../../data/notices.ts'
import { words } from '../../../language/words.ts'
import { Dialog } from '../../../parts/dialog.tsx'
import { Fault } from '../../../parts/fault.tsx'
import { focusedFirst } from '../parts/focused-first.ts'
import { SpaceField } from '../parts/space-field.tsx'
import { type Draft, draftOf, faultOf, newDraft, type Settings, settingsOf } from './draft.ts'
import { FieldPreview } from './field-preview.tsx'
import {
  entityTypes,
  entityTypeText,
  type FieldType,
  fieldTypeText,
  inheritances,
  inheritanceText,
  madeTypes,
} from './field-texts.ts'
import { TypeSettings } from './type-settings.tsx'

const t = words('field-dialog', {
  add: 'New custom field',
  change: ({ title }: { title: string }) => `Change ${title}`,
  title: 'Title',
  description: 'What it means (optional)',
  type: 'Type',
  where: 'Who has it',
  kinds: 'What has a value',
  on: 'On',
  create: 'Create the field',
  save: 'Save',
  noTitle: 'A field needs a title.',
  twice: 'Each option can be there once.',
  another: 'Values stay as they are under another type; those that do not fit it are shown as they are.',
  created: ({ title }: { title: string }) => `The field ${title} is there.`,
  saved: ({ title }: { title: string }) => `The field ${title} is changed.`,
})

/** A form for a custom field, new or known, with what its type has to set and how it will look. */
export function FieldDialog({ field, onClose }: { field?: CustomField; onClose: () => void }) {
  const [draft, setDraft] = useState<Draft>(() => (field ? draftOf(field) : newDraft()))
  const [fault, setFault] = useState<string>()
  const create = useChange(createCustomField, [queryCustomFields])
  const modify = useChange(modifyCustomField, [queryCustomFields])
  const [titleId, descriptionId, typeId, onId, faultId] = [useId(), useId(), useId(), useId(), useId()]
  const set = (change: Partial<Draft>) => setDraft({ ...draft, ...change })
  const setSettings = (change: Settings) => set({ settings: { ...draft.settings, ...change } })
  const { title, description, type, spaceId, settings } = draft
  const done = (told: string) => {
    tell(told)
    onClose()
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const wrong = faultOf(draft)
    setFault(wrong === 'title' ? t.noTitle : wrong === 'twice' ? t.twice : undefined)
    if (wrong) return
    const input = { title: title.trim(), description, settings: settingsOf(draft) }
    if (!field)
      return create.mutate(
        { ...input, type, ...(spaceId && { spaceId }) },
        { onSuccess: () => done(t.created({ title: input.title })) },
      )
    const scope = scopeChange(field.spaceId, spaceId)
    modify.mutate(
      { customfieldId: field.id, ...input, ...(type !== field.type && { type }), ...scope },
      { onSuccess: () => done(t.saved({ title: input.title })) },
    )
  }
  const types = madeTypes.includes(type) ? madeTypes : [type, ...madeTypes]
  return (
    <Dialog title={field ? t.change({ title: field.title }) : t.add} onClose={onClose} isWide>
      <form className="admin-form field-form" onSubmit={submit}>
        <div className="admin-form">
          <div className="field">
            <label htmlFor={titleId}>{t.title}</label>
            <input
              id={titleId}
              ref={focusedFirst}
              maxLength={1000}
              aria-invalid={fault === t.noTitle || undefined}
              aria-describedby={faultId}
              value={title}
              onChange={({ target }) => set({ title: target.value })}
            />
          </div>
          <div className="field">
            <label htmlFor={typeId}>{t.type}</label>
            <select id={typeId} value={type} onChange={({ target }) => set({ type: target.value as FieldType })}>
              {types.map((each) => (
                <option key={each} value={each}>
                  {fieldTypeText(each)}
                </option>
              ))}
            </select>
            {field && type !== field.type && <p className="hint">{t.another}</p>}
          </div>
          <TypeSettings type={type} settings={settings} onChange={setSettings} />
        </div>
        <div className="admin-form">
          <FieldPreview draft={draft} />
          <div className="field">
            <label htmlFor={descriptionId}>{t.description}</label>
            <textarea
              id={descriptionId}
              rows={2}
              maxLength={2000}
              value={description}
              onChange={({ target }) => set({ description: target.value })}
            />
          </div>
          <SpaceField label={t.where} spaceId={spaceId} onChoose={(id) => set({ spaceId: id })} />
          <div className="field">
            <label htmlFor={onId}>{t.on}</label>
            <select
              id={onId}
              value={settings.inheritanceType ?? 'All'}
              onChange={({ target }) => setSettings({ inheritanceType: target.value as (typeof inheritances)[number] })}
            >
              {inheritances.map((each) => (
                <option key={each} value={each}>
                  {inheritanceText(each)}
                </option>
              ))}
            </select>
          </div>
          <fieldset>
            <legend>{t.kinds}</legend>
            {entityTypes.map((each) => (
              <label key={each} className="choice">
                <input
                  type="checkbox"
                  checked={settings.applicableEntityTypes?.includes(each) ?? false}
                  onChange={({ target }) => setSettings(withKind(settings, each, target.checked))}
                />
                {entityTypeText(each)}
              </label>
            ))}
          </fieldset>
        </div>
        <div className="actions">
          <button type="submit" disabled={create.isPending || modify.isPending}>
            {field ? t.save : t.create}
          </button>
          <p className="fault" id={faultId} role="alert">
            {fault}
          </p>
          <Fault error={create.error ?? modify.error} />
        </div>
      </form>
    </Dialog>
  )
}

/** A field is for one kind of thing at least: the last one stays. */
function withKind(settings: Settings, kind: 'WorkItem' | 'User', isOn: boolean): Settings {
  const others = (settings.applicableEntityTypes ?? []).filter((each) => each !== kind)
  const kinds = isOn ? [...others, kind] : others
  return kinds.length > 0 ? { applicableEntityTypes: kinds } : {}
}

function scopeChange(before: string | undefined, after: string | undefined) {
  if (before === after) return {}
  return after ? { changeScope: 'Space' as const, spaceId: after } : { changeScope: 'Account' as const, spaceId: null }
}
