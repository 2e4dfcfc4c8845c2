import type { Approval } from '@taskwright/sdk'
import { words } from '../../../language/words.ts'
import { Icon } from '../../../parts/icon.tsx'
import { useTaskFiles } from '../files/task-files.ts'
import { versionOf } from './file-approval.ts'

const t = words('approval-files', {
  files: 'Files to approve',
  version: ({ number }: { number: number }) => `version ${number}`,
  gone: 'A file that was deleted',
})

/** The files that an approval is about, each in the version that counts. */
export function ApprovalFiles({ approval }: { approval: Approval }) {
  const { files } = useTaskFiles()
  if (!files || approval.attachmentIds.length === 0) return null
  return (
    <ul className="approval-files" aria-label={t.files}>
      {approval.attachmentIds.map((id) => {
        const file = files.find((one) => one.id === id)
        return (
          <li key={id} className={file ? '' : 'quiet'}>
            <Icon name="attachment" />
            <span>{file?.current.name ?? t.gone}</span>
            {file && file.versions.length > 1 && (
              <span className="quiet">{t.version({ number: versionOf(approval, file) })}</span>
            )}
          </li>
        )
      })}
    </ul>
  )
}
