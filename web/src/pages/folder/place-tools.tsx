import { queryPermissions } from '@taskwright/sdk'
import { lazy, Suspense, useState } from 'react'
import { useRead } from '../../data/api.ts'
import { words } from '../../language/words.ts'
import { useCommands } from '../../parts/commands.ts'
import { Dialog } from '../../parts/dialog.tsx'
import { Icon } from '../../parts/icon.tsx'

const ShareDialog = lazy(() =>
  import('../../parts/share/share-dialog.tsx').then(({ ShareDialog }) => ({ default: ShareDialog })),
)
const History = lazy(() => import('../../parts/history/history.tsx').then(({ History }) => ({ default: History })))

const t = words('place-tools', {
  share: 'Share',
  who: 'Who can see it',
  history: 'History',
  whoSees: ({ title }: { title: string }) => `Who can see “${title}”`,
  shareThis: ({ title }: { title: string }) => `Share “${title}”`,
  historyOf: ({ title }: { title: string }) => `History of “${title}”`,
})

/** What is there for a space, folder or project as a whole: who can see it, and what happened to it. */
export function PlaceTools({ folderId, title }: { folderId: string; title: string }) {
  const [open, setOpen] = useState<'share' | 'history'>()
  const close = () => setOpen(undefined)
  const rights = useRead(queryPermissions, { folderIds: [folderId] }).data?.[0]
  // Until it is known, as most find it: a button that changes its width pushes others aside.
  const mayShare = rights?.permissions.includes('share') ?? true
  useCommands([
    {
      id: 'share-place',
      title: mayShare ? t.shareThis({ title }) : t.whoSees({ title }),
      icon: 'share',
      run: () => setOpen('share'),
    },
    { id: 'history-place', title: t.historyOf({ title }), icon: 'history', run: () => setOpen('history') },
  ])
  return (
    <div className="place-tools">
      <button type="button" className="secondary small" aria-haspopup="dialog" onClick={() => setOpen('share')}>
        <Icon name="share" />
        {mayShare ? t.share : t.who}
      </button>
      <button type="button" className="secondary small" aria-haspopup="dialog" onClick={() => setOpen('history')}>
        <Icon name="history" />
        {t.history}
      </button>
      <Suspense>
        {open === 'share' && <ShareDialog place={{ folderId }} title={title} onClose={close} />}
        {open === 'history' && (
          <Dialog title={t.historyOf({ title })} onClose={close}>
            <History of={{ folderId }} />
          </Dialog>
        )}
      </Suspense>
    </div>
  )
}
