import { type ReactNode, type Ref, useImperativeHandle, useRef, useState } from 'react'
import { words } from '../../../language/words.ts'
import { type EditorHandle, RichEditor } from '../../../parts/rich/editor.tsx'
import { isEmpty } from '../../../parts/rich/html.ts'
import { useKeepPicture } from '../files/keep-picture.ts'
import { useOpenTask } from '../frame/open-task.tsx'
import { useMentionable } from '../people/mentionable.ts'

const t = words('comment-editor', {
  label: 'Comment',
  placeholder: 'Say something. “@” mentions somebody, Ctrl Enter sends.',
  cancel: 'Cancel',
})

interface CommentEditorProps {
  html: string
  /** Where the focus goes; nowhere without it. */
  begin?: 'end'
  /** What the button says. */
  send: string
  isSending: boolean
  onSend: (html: string) => void
  onCancel: () => void
  onChange?: (html: string) => void
  onFiles?: (files: File[]) => void
  /** It has something to send besides words. */
  isFilled?: boolean
  children?: ReactNode
  ref?: Ref<EditorHandle>
}

/** The field in which a comment is written or changed, with its buttons. */
export function CommentEditor(props: CommentEditorProps) {
  const { html, begin, send, isSending, onSend, onCancel, onChange, onFiles, isFilled = false, children, ref } = props
  const { may } = useOpenTask()
  const people = useMentionable()
  const keepPicture = useKeepPicture()
  const editor = useRef<EditorHandle>(null)
  const [isBlank, setBlank] = useState(() => isEmpty(html))
  useImperativeHandle(ref, () => editor.current as EditorHandle)
  const canSend = !isSending && (!isBlank || isFilled)
  const act = () => canSend && onSend(editor.current?.html() ?? '')
  return (
    <div className="comment-editor">
      <RichEditor
        ref={editor}
        label={t.label}
        placeholder={t.placeholder}
        html={html}
        people={people}
        mayShare={may('share')}
        onChange={(text) => {
          setBlank(isEmpty(text))
          onChange?.(text)
        }}
        onEscape={onCancel}
        onSend={act}
        keepPicture={may('attach') ? keepPicture : undefined}
        {...(onFiles && { onFiles })}
        begin={begin}
        isSmall
      />
      {children}
      <div className="actions">
        <button type="button" className="small" disabled={!canSend} onClick={act}>
          {send}
        </button>
        <button type="button" className="secondary small" onClick={onCancel}>
          {t.cancel}
        </button>
      </div>
    </div>
  )
}
