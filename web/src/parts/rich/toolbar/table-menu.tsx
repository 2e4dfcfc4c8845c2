import type { Editor } from '@tiptap/react'
import { Icon } from '../../icon.tsx'
import { ActionMenu } from '../../menu.tsx'
import { t } from './texts.ts'

/** Puts a table in; inside one, its rows and columns. */
export function TableMenu({ editor, isInside }: { editor: Editor; isInside: boolean }) {
  const run = () => editor.chain().focus()
  const insert = { label: t.insertTable, run: () => run().insertTable({ rows: 3, cols: 3, withHeaderRow: true }).run() }
  const inside = [
    {
      choices: [
        { label: t.rowAbove, run: () => run().addRowBefore().run() },
        { label: t.rowBelow, run: () => run().addRowAfter().run() },
        { label: t.columnBefore, run: () => run().addColumnBefore().run() },
        { label: t.columnAfter, run: () => run().addColumnAfter().run() },
        { label: t.header, run: () => run().toggleHeaderRow().run() },
      ],
    },
    {
      choices: [
        { label: t.removeRow, run: () => run().deleteRow().run(), isHarm: true },
        { label: t.removeColumn, run: () => run().deleteColumn().run(), isHarm: true },
        { label: t.removeTable, run: () => run().deleteTable().run(), isHarm: true },
      ],
    },
  ]
  return (
    <ActionMenu label={t.table} groups={isInside ? inside : [{ choices: [insert] }]}>
      <span className="unseen">{t.table}</span>
      <Icon name="table" />
    </ActionMenu>
  )
}
