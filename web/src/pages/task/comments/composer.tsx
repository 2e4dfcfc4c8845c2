import { lazy, type Ref, Suspense, useImperativeHandle, useRef, useState } from 'react'
import { dropDraft, keepDraft, readDraft, useDraftKey } from '../../../data/drafts.ts'
import { words } from '../../../language/words.ts'
import { Fault } from '../../../parts/fault.tsx'
import { Icon } from '../../../parts/icon.tsx'
import type { EditorHandle } from '../../../parts/rich/editor.tsx'
import { isEmpty } from '../../../parts/rich/html.ts'
import { useOpenTask } from '../frame/open-task.tsx'
import { useSay } from './say.ts'

const load = () => import('./comment-editor.tsx')
const CommentEditor = lazy(() => load().then((module) => ({ default: module.CommentEditor })))

const t = words('comment-composer', {
  write: 'Write a comment',
  send: 'Comment',
  sending: 'Sending …',
  attach: 'Attach files',
  files: 'Files of the comment',
  without: ({ name }: { name: string }) => `Leave ${name} out`,
})

export interface ComposerHandle {
  /** Opens the field, adds to its end and goes there. */
  append: (html: string) => void
}

/** Opens into the field for a new comment. What is in it stays in the browser until it is sent. */
export function Composer({ taskId, ref }: { taskId: string; ref?: Ref<ComposerHandle> }) {
  const key = useDraftKey(`comment ${taskId}`)
  const draft = key ? readDraft(key)?.html : undefined
  const [isWanted, setWanted] = useState<boolean>()
  const [added, setAdded] = useState('')
  const editor = useRef<EditorHandle>(null)
  useImperativeHandle(ref, () => ({
    append: (html) => {
      if (editor.current) return editor.current.append(html)
      setAdded(html)
      setWanted(true)
    },
  }))
  if (!key) return null
  if (!(isWanted ?? draft !== undefined))
    return (
      <button type="button" className="write-here" onPointerEnter={load} onFocus={load} onClick={() => setWanted(true)}>
        {t.write}
      </button>
    )
  const close = () => {
    setWanted(false)
    setAdded('')
  }
  return (
    <Suspense fallback={<div className="write-here" />}>
      <Writing
        taskId={taskId}
        draftKey={key}
        begun={(draft ?? '') + added}
        isFocused={isWanted === true}
        onDone={close}
        editor={editor}
      />
    </Suspense>
  )
}

interface WritingProps {
  taskId: string
  draftKey: string
  begun: string
  isFocused: boolean
  onDone: () => void
  editor: Ref<EditorHandle>
}

function Writing({ taskId, draftKey, begun, isFocused, onDone, editor }: WritingProps) {
  const { may } = useOpenTask()
  const [files, setFiles] = useState<readonly File[]>([])
  const chooser = useRef<HTMLInputElement>(null)
  const say = useSay(taskId)
  const add = (more: readonly File[]) => setFiles((before) => [...before, ...more])
  const send = (html: string) =>
    void say.send(html, files).then((isSent) => {
      if (!isSent) return
      dropDraft(draftKey)
      onDone()
    })
  return (
    <>
      <CommentEditor
        ref={editor}
        html={begun}
        {...(isFocused && { begin: 'end' as const })}
        send={say.isSending ? t.sending : t.send}
        isSending={say.isSending}
        isFilled={files.length > 0}
        onSend={send}
        onCancel={onDone}
        onChange={(html) => (isEmpty(html) ? dropDraft(draftKey) : keepDraft(draftKey, { html, base: '' }))}
        {...(may('attach') && { onFiles: add })}
      >
        {files.length > 0 && (
          <ul className="chips" aria-label={t.files}>
            {files.map((file, at) => (
              <li key={`${file.name} ${file.size} ${file.lastModified}`} className="tag">
                {file.name}
                <button
                  type="button"
                  className="plain"
                  aria-label={t.without(file)}
                  onClick={() => setFiles(files.filter((_, other) => other !== at))}
                >
                  <Icon name="close" />
                </button>
              </li>
            ))}
          </ul>
        )}
        {may('attach') && (
          <button type="button" className="plain attach" onClick={() => chooser.current?.click()}>
            <Icon name="attachment" />
            {t.attach}
          </button>
        )}
      </CommentEditor>
      <Fault error={say.error} />
      <div hidden>
        <input
          ref={chooser}
          type="file"
          multiple
          aria-label={t.attach}
          onChange={({ target }) => {
            add([...(target.files ?? [])])
            target.value = ''
          }}
        />
      </div>
    </>
  )
}
