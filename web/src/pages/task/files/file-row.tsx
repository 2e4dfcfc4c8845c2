import { deleteAttachment, queryAttachments } from '@taskwright/sdk'
import { useRef, useState } from 'react'
import { useChange } from '../../../data/api.ts'
import { momentText } from '../../../data/days.ts'
import { nameOf, usePeople } from '../../../data/people.ts'
import { plural, words } from '../../../language/words.ts'
import { Confirm } from '../../../parts/dialog.tsx'
import { Fault } from '../../../parts/fault.tsx'
import { ActionMenu } from '../../../parts/menu.tsx'
import { ApprovalDialog } from '../approvals/approval-dialog.tsx'
import { FileState } from '../approvals/file-state.tsx'
import { useOpenTask } from '../frame/open-task.tsx'
import { sizeText } from './file-size.ts'
import { download, isLink, type TaskFile } from './task-files.ts'
import { Thumb } from './thumb.tsx'
import { sendFiles } from './uploading.ts'
import { Versions } from './versions.tsx'

const t = words('file-row', {
  show: ({ name }: { name: string }) => `Show ${name}`,
  more: ({ name }: { name: string }) => `More about ${name}`,
  version: ({ number }: { number: number }) => `Version ${number}`,
  download: 'Download',
  open: 'Open',
  newVersion: 'Upload a new version …',
  versions: 'Versions',
  ask: 'Ask for approval …',
  remove: 'Delete …',
  sure: ({ name }: { name: string }) => `Delete “${name}”?`,
  gone: ({ count }: { count: number }) =>
    plural(count, { one: 'The file goes for good.', other: 'The file goes for good, with all its # versions.' }),
  act: 'Delete the file',
  who: 'Somebody',
})

interface FileRowProps {
  file: TaskFile
  isGrid: boolean
  onShow: () => void
}

/** One file of a task: what it is, who put it there, and what can be done with it. */
export function FileRow({ file, isGrid, onShow }: FileRowProps) {
  const { task, may } = useOpenTask()
  const people = usePeople()
  const [isAsked, setAsked] = useState(false)
  const [isOpen, setOpen] = useState(false)
  const [isAsking, setAsking] = useState(false)
  const chooser = useRef<HTMLInputElement>(null)
  const remove = useChange(deleteAttachment, [queryAttachments])
  const { current, versions } = file
  const author = people.get(current.authorId)
  const mayAttach = may('attach')
  const groups = [
    {
      choices: [
        { label: isLink(current) ? t.open : t.download, icon: 'down' as const, run: () => void download(current) },
        ...(mayAttach && !isLink(current)
          ? [{ label: t.newVersion, icon: 'upload' as const, run: () => chooser.current?.click() }]
          : []),
        ...(may('requestApproval') ? [{ label: t.ask, icon: 'approval' as const, run: () => setAsking(true) }] : []),
        ...(versions.length > 1 ? [{ label: t.versions, icon: 'history' as const, run: () => setOpen(!isOpen) }] : []),
      ],
    },
    {
      choices: mayAttach ? [{ label: t.remove, icon: 'remove' as const, isHarm: true, run: () => setAsked(true) }] : [],
    },
  ]
  return (
    <li className="file">
      <button type="button" className="plain file-name" aria-label={t.show(current)} onClick={onShow}>
        <Thumb attachment={current} size={isGrid ? 'w300' : 'w100'} />
        <span className="file-title">{current.name}</span>
      </button>
      <span className="file-facts quiet">
        {versions.length > 1 && <span className="tag">{t.version({ number: current.version })}</span>}
        <FileState file={file} />
        {current.size >= 0 && <span>{sizeText(current.size)}</span>}
        {!isGrid && <span>{author ? nameOf(author) : t.who}</span>}
        {!isGrid && <time dateTime={current.createdDate}>{momentText(current.createdDate)}</time>}
      </span>
      <ActionMenu label={t.more(current)} groups={groups} />
      {mayAttach && (
        <div hidden>
          <input
            ref={chooser}
            type="file"
            aria-label={t.newVersion}
            onChange={({ target }) => {
              sendFiles(task.id, [...(target.files ?? [])], current.id)
              target.value = ''
            }}
          />
        </div>
      )}
      {isOpen && <Versions file={file} />}
      <Fault error={remove.error} />
      {isAsking && <ApprovalDialog taskId={task.id} files={[file.id]} onClose={() => setAsking(false)} />}
      {isAsked && (
        <Confirm
          title={t.sure(current)}
          act={t.act}
          onAct={() => remove.mutate({ attachmentId: current.id })}
          onClose={() => setAsked(false)}
        >
          <p>{t.gone({ count: versions.length })}</p>
        </Confirm>
      )}
    </li>
  )
}
