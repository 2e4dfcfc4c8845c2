import { useQueryClient } from '@tanstack/react-query'
import { type CustomField, modifyCustomField, queryCustomFields } from '@taskwright/sdk'
import { useChange } from '../../../data/api.ts'
import { usePlaces } from '../../../data/folders.ts'
import { tell } from '../../../data/notices.ts'
import { patchRows } from '../../../data/patch.ts'
import { plural, words } from '../../../language/words.ts'
import { ActionMenu } from '../../../parts/menu.tsx'
import { Sortable } from '../parts/sortable.tsx'
import { whenDone } from '../parts/when-done.ts'
import { fieldTypeText, inheritanceText } from './field-texts.ts'

const t = words('field-row', {
  archived: 'Archived',
  says: ({ type, on }: { type: string; on: string }) => `${type} · ${on}`,
  account: 'Account',
  space: ({ title }: { title: string }) => `Space ${title}`,
  used: ({ count }: { count: number }) => plural(count, { one: '# value', other: '# values' }),
  actions: ({ title }: { title: string }) => `${title}: what to do`,
  change: 'Change …',
  archive: 'Archive',
  restore: 'Use again',
  remove: 'Delete …',
  isArchived: ({ title }: { title: string }) => `${title} is archived; its values stay.`,
  isBack: ({ title }: { title: string }) => `${title} is in use again.`,
  undo: 'Undo',
})

interface FieldRowProps {
  field: CustomField
  order: readonly string[]
  onPlace: (id: string, beside: string, where: 'before' | 'after') => void
  onChange: () => void
  onRemove: () => void
}

/** One custom field in the list. */
export function FieldRow({ field, order, onPlace, onChange, onRemove }: FieldRowProps) {
  const memory = useQueryClient()
  const places = usePlaces()
  const modify = useChange(modifyCustomField, [queryCustomFields], {
    show: ({ customfieldId, archived }) =>
      patchRows<CustomField>(memory, [customfieldId], (row) => ({
        ...row,
        ...(archived !== undefined && { archived }),
      })),
  })
  const { id, title, type, settings, spaceId, archived = false, dataUsageStatistics } = field
  const items = Number(dataUsageStatistics?.items ?? 0)
  const setArchived = () => {
    const back = () => whenDone(modify.mutateAsync({ customfieldId: id, archived }))
    whenDone(modify.mutateAsync({ customfieldId: id, archived: !archived }), () =>
      tell(archived ? t.isBack({ title }) : t.isArchived({ title }), { action: { label: t.undo, run: back } }),
    )
  }
  return (
    <Sortable list="fields" id={id} name={title} order={order} onPlace={onPlace}>
      <span className="row-main">
        <button type="button" className="link" onClick={onChange}>
          {title}
        </button>
        <span className="quiet">
          {t.says({ type: fieldTypeText(type), on: inheritanceText(settings?.inheritanceType ?? 'All') })}
        </span>
      </span>
      {archived && <span className="tag warn">{t.archived}</span>}
      <span className="quiet field-scope">
        {spaceId ? t.space({ title: places?.byId.get(spaceId)?.title ?? '' }) : t.account}
      </span>
      <span className="quiet field-use">{t.used({ count: items })}</span>
      <ActionMenu
        label={t.actions({ title })}
        groups={[
          {
            choices: [
              { label: t.change, icon: 'edit', run: onChange },
              { label: archived ? t.restore : t.archive, icon: 'archive', run: setArchived },
            ],
          },
          { choices: [{ label: t.remove, isHarm: true, run: onRemove }] },
        ]}
      />
    </Sortable>
  )
}
