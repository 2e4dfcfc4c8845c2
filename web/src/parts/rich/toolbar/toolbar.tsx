import { type Editor, useEditorState } from '@tiptap/react'
import { type ReactNode, useRef } from 'react'
import { Icon, type IconName } from '../../icon.tsx'
import { ActionMenu } from '../../menu.tsx'
import { insertPictures, type KeepPicture } from '../uploads.ts'
import { useRoving } from './roving.ts'
import { TableMenu } from './table-menu.tsx'
import { t } from './texts.ts'

interface ToolbarProps {
  editor: Editor
  isSmall: boolean
  keepPicture: KeepPicture | undefined
  onFault: (error: Error) => void
  onLink: () => void
}

/** The buttons over a text. Alt F10 leads from the text to them. */
export function Toolbar({ editor, isSmall, keepPicture, onFault, onLink }: ToolbarProps) {
  const is = useEditorState({ editor, selector: ({ editor: now }) => stateOf(now) })
  const roving = useRoving()
  const files = useRef<HTMLInputElement>(null)
  const run = () => editor.chain().focus()
  return (
    <>
      <div role="toolbar" aria-label={t.toolbar} {...roving}>
        {!isSmall && <Kinds editor={editor} current={is.kind} />}
        <Toggle name={t.bold} keys="Control+B" isOn={is.bold} run={() => run().toggleBold().run()}>
          <b className="letter-b">B</b>
        </Toggle>
        <Toggle name={t.italic} keys="Control+I" isOn={is.italic} run={() => run().toggleItalic().run()}>
          <span className="letter-i">I</span>
        </Toggle>
        {!isSmall && (
          <>
            <Toggle name={t.underline} keys="Control+U" isOn={is.underline} run={() => run().toggleUnderline().run()}>
              <span className="letter-u">U</span>
            </Toggle>
            <Toggle name={t.strike} keys="Control+Shift+S" isOn={is.strike} run={() => run().toggleStrike().run()}>
              <span className="letter-s">S</span>
            </Toggle>
          </>
        )}
        <Toggle name={t.code} keys="Control+E" isOn={is.code} run={() => run().toggleCode().run()}>
          <span className="letter-c">{'</>'}</span>
        </Toggle>
        <Toggle name={t.link} keys="Control+K" icon="link" isOn={is.link} run={onLink} />
        <hr />
        <Toggle
          name={t.bullets}
          keys="Control+Shift+8"
          icon="list"
          isOn={is.bullets}
          run={() => run().toggleBulletList().run()}
        />
        <Toggle
          name={t.numbers}
          keys="Control+Shift+7"
          icon="numbers"
          isOn={is.numbers}
          run={() => run().toggleOrderedList().run()}
        />
        <Toggle
          name={t.checklist}
          keys="Control+Shift+9"
          icon="checklist"
          isOn={is.checklist}
          run={() => run().toggleTaskList().run()}
        />
        <hr />
        {!isSmall && <TableMenu editor={editor} isInside={is.table} />}
        {keepPicture && <Toggle name={t.picture} icon="image" run={() => files.current?.click()} />}
        <Toggle
          name={t.mention}
          run={() =>
            run()
              .insertContent(is.isWordBefore ? ' @' : '@')
              .run()
          }
        >
          @
        </Toggle>
        {!isSmall && (
          <>
            <hr />
            <Toggle name={t.undo} keys="Control+Z" icon="undo" isOff={!is.canUndo} run={() => run().undo().run()} />
            <Toggle name={t.redo} keys="Control+Y" icon="redo" isOff={!is.canRedo} run={() => run().redo().run()} />
          </>
        )}
      </div>
      {keepPicture && (
        <div hidden>
          <input
            ref={files}
            type="file"
            aria-label={t.picture}
            accept="image/png,image/jpeg,image/gif,image/webp,image/avif"
            multiple
            hidden
            onChange={({ target }) => {
              insertPictures(editor, [...(target.files ?? [])], keepPicture, onFault)
              target.value = ''
            }}
          />
        </div>
      )}
    </>
  )
}

function stateOf(editor: Editor) {
  const { $from } = editor.state.selection
  return {
    bold: editor.isActive('bold'),
    italic: editor.isActive('italic'),
    underline: editor.isActive('underline'),
    strike: editor.isActive('strike'),
    code: editor.isActive('code'),
    link: editor.isActive('link'),
    bullets: editor.isActive('bulletList'),
    numbers: editor.isActive('orderedList'),
    checklist: editor.isActive('taskList'),
    table: editor.isActive('table'),
    canUndo: editor.can().undo(),
    canRedo: editor.can().redo(),
    isWordBefore: /\S$/.test($from.parent.textBetween(0, $from.parentOffset, undefined, ' ')),
    kind: editor.isActive('heading', { level: 1 })
      ? t.heading1
      : editor.isActive('heading', { level: 2 })
        ? t.heading2
        : editor.isActive('heading')
          ? t.heading3
          : editor.isActive('codeBlock')
            ? t.codeBlock
            : editor.isActive('blockquote')
              ? t.quote
              : t.text,
  }
}

interface ToggleProps {
  name: string
  run: () => void
  keys?: string
  icon?: IconName
  isOn?: boolean
  isOff?: boolean
  children?: ReactNode
}

function Toggle({ name, run, keys, icon, isOn, isOff = false, children }: ToggleProps) {
  return (
    <button
      type="button"
      className="plain"
      aria-label={name}
      title={keys ? `${name} (${keys.replaceAll('+', ' ')})` : name}
      aria-keyshortcuts={keys}
      aria-pressed={isOn}
      disabled={isOff}
      // The selection of the text stays.
      onMouseDown={(event) => event.preventDefault()}
      onClick={run}
    >
      {icon ? <Icon name={icon} /> : <span aria-hidden="true">{children}</span>}
    </button>
  )
}

function Kinds({ editor, current }: { editor: Editor; current: string }) {
  const run = () => editor.chain().focus()
  const heading = (level: 1 | 2 | 3) => () => run().setHeading({ level }).run()
  const choices = [
    { label: t.text, run: () => run().setParagraph().run() },
    { label: t.heading1, run: heading(1), keys: '#' },
    { label: t.heading2, run: heading(2), keys: '##' },
    { label: t.heading3, run: heading(3), keys: '###' },
    { label: t.quote, run: () => run().toggleBlockquote().run(), keys: '>' },
    { label: t.codeBlock, run: () => run().toggleCodeBlock().run(), keys: '```' },
  ]
  return (
    <ActionMenu label={t.kind} className="plain kinds" groups={[{ choices }]}>
      <span className="unseen">{t.kind}: </span>
      {current}
      <Icon name="down" />
    </ActionMenu>
  )
}
