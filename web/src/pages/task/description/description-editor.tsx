import { useRef } from 'react'
import { useDraftKey } from '../../../data/drafts.ts'
import { words } from '../../../language/words.ts'
import { Fault } from '../../../parts/fault.tsx'
import { type EditorHandle, RichEditor } from '../../../parts/rich/editor.tsx'
import { useKeepPicture } from '../files/keep-picture.ts'
import { useOpenTask } from '../frame/open-task.tsx'
import { useMentionable } from '../people/mentionable.ts'
import { useSavedDescription } from './saved-description.ts'

const t = words('task-description-editor', {
  label: 'Description',
  placeholder: 'What is to be done? “- ” begins a list, “[] ” a checklist, “@” mentions somebody.',
  done: 'Done',
  saved: 'Saved',
  writing: 'Not saved yet',
  saving: 'Saving …',
  waiting: 'Kept in this browser; sent when the connection is back',
  failed: 'Not saved: kept in this browser',
  joined: 'Somebody else wrote here meanwhile: both texts are in it.',
  keys: 'Escape ends writing, Alt F10 leads to the buttons',
})

interface DescriptionEditorProps {
  begin: 'end' | { x: number; y: number }
  onClose: () => void
}

/** Waits for the name of the person's drafts, which the page knows from its beginning. */
export function DescriptionEditor(props: DescriptionEditorProps) {
  const { task } = useOpenTask()
  const key = useDraftKey(`description ${task.id}`)
  return key ? <Editing {...props} draftKey={key} /> : null
}

function Editing({ begin, onClose, draftKey }: DescriptionEditorProps & { draftKey: string }) {
  const { task, may } = useOpenTask()
  const editor = useRef<EditorHandle>(null)
  const { begun, saving, fault, isJoined, write, save } = useSavedDescription(task, draftKey, editor)
  const people = useMentionable()
  const keepPicture = useKeepPicture()
  return (
    <>
      <RichEditor
        ref={editor}
        label={t.label}
        placeholder={t.placeholder}
        html={begun}
        people={people}
        mayShare={may('share')}
        onChange={write}
        onLeave={save}
        onEscape={onClose}
        onSend={onClose}
        keepPicture={may('attach') ? keepPicture : undefined}
        begin={begin}
      />
      <div className="description-foot">
        <span role="status">
          {t[saving]}
          {isJoined && ` · ${t.joined}`}
        </span>
        <span>{t.keys}</span>
        <button type="button" className="secondary small" onClick={onClose}>
          {t.done}
        </button>
      </div>
      <Fault error={fault} onRetry={save} />
    </>
  )
}
