import { useQuery } from '@tanstack/react-query'
import { type CustomField, deleteCustomField, getTasksByIds, queryCustomFields, queryTasks } from '@taskwright/sdk'
import { api, useChange } from '../../../data/api.ts'
import { tell } from '../../../data/notices.ts'
import { plural, words } from '../../../language/words.ts'
import { Dialog } from '../../../parts/dialog.tsx'
import { Fault } from '../../../parts/fault.tsx'
import { whenDone } from '../parts/when-done.ts'

const t = words('remove-field', {
  title: ({ title }: { title: string }) => `Delete the field ${title}?`,
  counting: 'Counting its values …',
  none: 'Nothing has a value of it.',
  lost: ({ count }: { count: number }) =>
    plural(count, {
      one: '# task, folder or project has a value, which is lost.',
      other: '# tasks, folders and projects have a value, which is lost.',
    }),
  says: 'This cannot be undone. Archive it instead to keep the values.',
  act: 'Delete the field and its values',
  deleting: 'Deleting …',
  done: ({ title }: { title: string }) => `The field ${title} is deleted.`,
})

/** Tells how many values go with a field, before it is deleted. */
export function RemoveField({ field, onClose }: { field: CustomField; onClose: () => void }) {
  const { id: customfieldId, title } = field
  // The server counts what the admin does not see, too.
  const counted = useQuery({
    queryKey: [deleteCustomField.id, 'test', customfieldId],
    queryFn: async () => (await api.call(deleteCustomField, { customfieldId, test: true })).data[0],
    staleTime: 0,
  })
  const remove = useChange(deleteCustomField, [queryCustomFields, queryTasks, getTasksByIds])
  const count = Number(counted.data?.dataUsageStatistics?.items ?? 0)
  return (
    <Dialog title={t.title({ title })} onClose={onClose}>
      <Fault error={counted.error} onRetry={counted.refetch} />
      <p>{counted.isPending ? t.counting : count === 0 ? t.none : t.lost({ count })}</p>
      <p>{t.says}</p>
      <div className="actions">
        <button
          type="button"
          className="harm"
          disabled={!counted.data || remove.isPending}
          onClick={() =>
            whenDone(remove.mutateAsync({ customfieldId }), () => {
              tell(t.done({ title }))
              onClose()
            })
          }
        >
          {remove.isPending ? t.deleting : t.act}
        </button>
      </div>
    </Dialog>
  )
}
