import { type Editor, useEditorState } from '@tiptap/react'
import { listText } from '../../language/language.ts'
import { words } from '../../language/words.ts'

const t = words('held-mentions', {
  outside: ({ names }: { names: string }) => `${names} can’t see this task.`,
  mayNot: ({ names }: { names: string }) =>
    `${names} can’t see this task, and you may not share it: the name stays words.`,
  share: ({ names }: { names: string }) => `Mention, and share it with ${names}`,
  words: 'Write the name only',
})

interface Held {
  at: number
  label: string
}

/** Those whom the text names and who are outside: the writer says whether they are let in. */
export function HeldMentions({ editor, mayShare }: { editor: Editor; mayShare: boolean }) {
  const held = useEditorState({ editor, selector: ({ editor: now }) => heldIn(now) })
  if (held.length === 0) return null
  const names = listText([...new Set(held.map(({ label }) => label))])
  const settle = (isMentioned: boolean) => {
    const { tr, doc, schema } = editor.state
    for (const { at, label } of held.toReversed())
      if (isMentioned) tr.setNodeMarkup(at, undefined, { ...doc.nodeAt(at)?.attrs, isHeld: false })
      else tr.replaceWith(at, at + 1, schema.text(`@${label}`))
    editor.view.dispatch(tr)
    editor.commands.focus()
  }
  return (
    <div className="held-mentions" role="alert">
      <p>{mayShare ? t.outside({ names }) : t.mayNot({ names })}</p>
      {mayShare && (
        <button type="button" className="small" onClick={() => settle(true)}>
          {t.share({ names })}
        </button>
      )}
      <button type="button" className="secondary small" onClick={() => settle(false)}>
        {t.words}
      </button>
    </div>
  )
}

function heldIn(editor: Editor): Held[] {
  const held: Held[] = []
  editor.state.doc.descendants((node, at) => {
    if (node.type.name === 'mention' && node.attrs.isHeld) held.push({ at, label: String(node.attrs.label) })
  })
  return held
}
