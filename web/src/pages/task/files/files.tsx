import { lazy, Suspense, useRef, useState } from 'react'
import { words } from '../../../language/words.ts'
import { Fault } from '../../../parts/fault.tsx'
import { Icon } from '../../../parts/icon.tsx'
import { useOpenTask } from '../frame/open-task.tsx'
import { Section } from '../frame/section.tsx'
import { useFilesBrought } from './brought.ts'
import { FileRow } from './file-row.tsx'
import { useTaskFiles } from './task-files.ts'
import { sendFiles, useSendings } from './uploading.ts'
import './files.css'

const Viewer = lazy(() => import('./viewer.tsx').then((module) => ({ default: module.Viewer })))

const t = words('task-files', {
  upload: 'Upload',
  list: 'List',
  grid: 'Pictures',
  look: 'How files are shown',
  none: 'No files yet. Drop or paste some here, or upload them.',
  nothing: 'There are no files.',
  here: 'Let go to attach',
  waiting: 'waits',
  cancel: ({ name }: { name: string }) => `Cancel ${name}`,
  close: ({ name }: { name: string }) => `Close the message about ${name}`,
})

const looks = ['list', 'grid'] as const
const remembered = 'files-look'

/** The files of the task: put in by a button, dropping or pasting, and looked at where they are. */
export function Files() {
  const { task, may } = useOpenTask()
  const { files, error, refetch } = useTaskFiles()
  const sendings = useSendings(task.id)
  const [look, setLook] = useState(() => (localStorage.getItem(remembered) === 'grid' ? 'grid' : 'list'))
  const [shown, show] = useState<string>()
  const chooser = useRef<HTMLInputElement>(null)
  const host = useRef<HTMLDivElement>(null)
  const mayAttach = may('attach')
  const isOver = useFilesBrought(host, mayAttach ? (brought) => sendFiles(task.id, brought) : undefined)
  const hasFiles = (files?.length ?? 0) > 0
  return (
    <Section
      name="files"
      actions={
        <>
          {hasFiles && (
            <fieldset className="segments" aria-label={t.look}>
              {looks.map((kind) => (
                <button
                  key={kind}
                  type="button"
                  className="plain"
                  aria-pressed={kind === look}
                  onClick={() => {
                    setLook(kind)
                    localStorage.setItem(remembered, kind)
                  }}
                >
                  {t[kind]}
                </button>
              ))}
            </fieldset>
          )}
          {mayAttach && (
            <button type="button" className="secondary small" onClick={() => chooser.current?.click()}>
              <Icon name="upload" />
              {t.upload}
            </button>
          )}
        </>
      }
    >
      <div ref={host} className={isOver ? 'files over' : 'files'}>
        <Fault error={error} onRetry={() => void refetch()} />
        {sendings.length > 0 && (
          <ul className="sendings">
            {sendings.map(({ key, name, share, fault, cancel }) => (
              <li key={key}>
                <span className="file-title">{name}</span>
                {fault ? (
                  <span className="fault" role="alert">
                    {fault}
                  </span>
                ) : (
                  <progress aria-label={name} value={share ?? 0} />
                )}
                <button
                  type="button"
                  className="plain"
                  aria-label={fault ? t.close({ name }) : t.cancel({ name })}
                  onClick={cancel}
                >
                  <Icon name="close" />
                </button>
              </li>
            ))}
          </ul>
        )}
        {files && !hasFiles && sendings.length === 0 && <p className="quiet">{mayAttach ? t.none : t.nothing}</p>}
        {hasFiles && (
          <ul className={look === 'grid' ? 'file-grid' : 'file-list'}>
            {files?.map((file) => (
              <FileRow key={file.id} file={file} isGrid={look === 'grid'} onShow={() => show(file.current.id)} />
            ))}
          </ul>
        )}
        {isOver && <p className="drop-here">{t.here}</p>}
        {mayAttach && (
          <div hidden>
            <input
              ref={chooser}
              type="file"
              multiple
              aria-label={t.upload}
              onChange={({ target }) => {
                sendFiles(task.id, [...(target.files ?? [])])
                target.value = ''
              }}
            />
          </div>
        )}
      </div>
      {shown && (
        <Suspense>
          <Viewer files={(files ?? []).map(({ current }) => current)} first={shown} onClose={() => show(undefined)} />
        </Suspense>
      )}
    </Section>
  )
}
