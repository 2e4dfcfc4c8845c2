import { EditorContent, useEditor, useEditorState } from '@tiptap/react'
import { type KeyboardEvent, type Ref, useEffect, useImperativeHandle, useRef, useState } from 'react'
import { extensions } from './extensions.ts'
import { HeldMentions } from './held-mentions.tsx'
import { fromEditor, toEditor } from './html.ts'
import type { Mentionable } from './nodes/mention.ts'
import { cleanPasted } from './paste.ts'
import { LinkDialog } from './toolbar/link-dialog.tsx'
import { Toolbar } from './toolbar/toolbar.tsx'
import { hasForeign, insertPictures, isPicture, type KeepPicture, keepForeign } from './uploads.ts'
import './rich.css'
import './editor.css'

/** What the part around an editor does with it. */
export interface EditorHandle {
  html: () => string
  /** Puts another text in, the cursor stays as near as it can. */
  become: (html: string) => void
  /** Adds to the end, and goes there. */
  append: (html: string) => void
  focus: () => void
}

interface RichEditorProps {
  label: string
  placeholder: string
  /** What it begins with, as the API has it. */
  html: string
  people: readonly Mentionable[]
  /** Whether the writer may let in those who are mentioned and outside. */
  mayShare: boolean
  onChange: (html: string) => void
  /** The focus has left the text and its buttons. */
  onLeave?: () => void
  onEscape?: () => void
  /** Ctrl Enter. */
  onSend?: () => void
  /** Where pictures are kept; without it none can be put in. */
  keepPicture?: KeepPicture | undefined
  /** A file that is no picture was dropped or pasted. */
  onFiles?: (files: File[]) => void
  /** Where the cursor begins: at the end, or where somebody clicked. */
  begin?: 'end' | { x: number; y: number } | undefined
  /** Fewer buttons, for short texts. */
  isSmall?: boolean
  ref?: Ref<EditorHandle>
}

/** Blanks are the writer's. */
const parseOptions = { preserveWhitespace: true } as const

/** Writes text as the API keeps it: by its buttons, by keys, by signs as Markdown has them, and by pasting. */
export function RichEditor(props: RichEditorProps) {
  const { label, placeholder, html, begin, isSmall = false, keepPicture, mayShare, ref } = props
  const now = useRef(props)
  now.current = props
  const [fault, setFault] = useState<Error>()
  const [isLinking, setLinking] = useState(false)
  const frame = useRef<HTMLDivElement>(null)
  const editor = useEditor({
    extensions: [...extensions(() => now.current.people)],
    content: toEditor(html),
    parseOptions,
    injectCSS: false,
    onUpdate: ({ editor: changed }) => now.current.onChange(fromEditor(changed.getHTML())),
    editorProps: {
      attributes: {
        class: 'rich',
        role: 'textbox',
        'aria-multiline': 'true',
        'aria-label': label,
        'aria-placeholder': placeholder,
      },
      transformPastedHTML: cleanPasted,
      handlePaste: (view, event) =>
        takeFiles([...(event.clipboardData?.files ?? [])], event.clipboardData, view.state.selection.from),
      handleDrop: (view, event, _slice, isMove) =>
        !isMove &&
        takeFiles(
          [...(event.dataTransfer?.files ?? [])],
          event.dataTransfer,
          view.posAtCoords({ left: event.clientX, top: event.clientY })?.pos,
        ),
    },
  })

  const isEmpty = useEditorState({ editor, selector: ({ editor: edited }) => edited.isEmpty })

  /** Whether the files are taken care of; a picture of a page comes with its HTML, which says more. */
  function takeFiles(files: File[], data: DataTransfer | null, at: number | undefined): boolean {
    const copied = data?.getData('text/html') ?? ''
    if (files.length === 0) {
      const keep = now.current.keepPicture
      if (keep && hasForeign(copied)) setTimeout(() => keepForeign(editor, keep, setFault))
      return false
    }
    if (copied !== '' && !hasForeign(copied)) return false
    const pictures = now.current.keepPicture ? files.filter(isPicture) : []
    const others = files.filter((file) => !pictures.includes(file))
    if (now.current.keepPicture) insertPictures(editor, pictures, now.current.keepPicture, setFault, at)
    if (others.length > 0) now.current.onFiles?.(others)
    return true
  }

  useImperativeHandle(ref, () => ({
    html: () => fromEditor(editor.getHTML()),
    become: (text) => {
      const { from, to } = editor.state.selection
      editor
        .chain()
        .setContent(toEditor(text), { emitUpdate: false, parseOptions })
        .setTextSelection({ from, to })
        .run()
    },
    append: (text) => editor.chain().focus('end').insertContent(text, { parseOptions }).focus('end').run(),
    focus: () => editor.commands.focus(),
  }))

  // biome-ignore lint/correctness/useExhaustiveDependencies: where it begins counts once
  useEffect(() => {
    // One that was made and not used in time is replaced.
    if (begin === undefined || editor.isDestroyed) return
    const at = begin === 'end' ? undefined : editor.view.posAtCoords({ left: begin.x, top: begin.y })?.pos
    editor.commands.focus(at ?? 'end', { scrollIntoView: false })
  }, [editor])

  /** Keys of the editor as a whole, taken before the text sees them. */
  const keys = (event: KeyboardEvent) => {
    const { key, altKey } = event
    const isCommand = event.ctrlKey || event.metaKey
    // A list of people that is open closes first.
    const isListOpen = editor.view.dom.hasAttribute('aria-controls')
    const act =
      key === 'Escape' && !isListOpen
        ? props.onEscape
        : key === 'Enter' && isCommand
          ? props.onSend
          : key === 'k' && isCommand
            ? () => setLinking(true)
            : key === 'F10' && altKey
              ? () => frame.current?.querySelector<HTMLElement>('[role=toolbar] [tabindex="0"]')?.focus()
              : undefined
    if (!act || isLinking) return
    event.preventDefault()
    event.stopPropagation()
    act()
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: keys of the text inside
    <div
      ref={frame}
      className={isSmall ? 'editor small-text' : 'editor'}
      onKeyDownCapture={keys}
      onBlur={({ relatedTarget }) => !frame.current?.contains(relatedTarget as Node) && props.onLeave?.()}
    >
      <Toolbar
        editor={editor}
        isSmall={isSmall}
        keepPicture={keepPicture}
        onFault={setFault}
        onLink={() => setLinking(true)}
      />
      {isLinking && <LinkDialog editor={editor} onClose={() => setLinking(false)} />}
      <div className="editor-text" data-placeholder={isEmpty ? placeholder : undefined}>
        <EditorContent editor={editor} />
      </div>
      <HeldMentions editor={editor} mayShare={mayShare} />
      {fault && (
        <p className="fault" role="alert">
          {fault.message}
        </p>
      )}
    </div>
  )
}
