import { createTask, getAccount } from '@taskwright/sdk'
import { type ClipboardEvent, type FormEvent, useState } from 'react'
import { useChange, useRead } from '../../../../data/api.ts'
import { showsTasks } from '../../../../data/tasks.ts'
import { words } from '../../../../language/words.ts'
import { Fault } from '../../../../parts/fault.tsx'
import { useOpenTask } from '../../frame/open-task.tsx'

const t = words('new-subtasks', {
  title: 'New subtask',
  hint: 'Write a subtask and press Enter',
  add: 'Add',
})

/** A line in which titles become subtasks, one after another; several lines that are pasted become several. */
export function NewSubtasks() {
  const { task } = useOpenTask()
  const [title, setTitle] = useState('')
  const account = useRead(getAccount, {})
  const create = useChange(createTask, showsTasks)
  // One after the other, so that they lie in the order in which they were written.
  const add = async (titles: readonly string[]) => {
    // Quick fingers are not to be faster than the account is read.
    const rootId = (account.data ?? (await account.refetch()).data)?.[0]?.rootFolderId
    if (!rootId) return setTitle((now) => now || titles.join('; '))
    for (const [at, one] of titles.entries())
      try {
        await create.mutateAsync({ folderId: rootId, superTasks: [task.id], title: one.slice(0, 1000) })
      } catch {
        // What was not made is in the line again, with the reason below.
        setTitle((now) => now || titles.slice(at).join('; '))
        return
      }
  }
  const send = (event: FormEvent) => {
    event.preventDefault()
    const text = title.trim()
    if (text === '') return
    setTitle('')
    void add([text])
  }
  const paste = (event: ClipboardEvent) => {
    const lines = event.clipboardData
      .getData('text/plain')
      .split(/\r?\n/)
      .map((line) => line.replace(/^\s*(?:[-*•]|\d+[.)])\s+/, '').trim())
      .filter((line) => line !== '')
    if (lines.length < 2) return
    event.preventDefault()
    void add(lines)
  }
  return (
    <form className="new-subtask" onSubmit={send}>
      <input
        aria-label={t.title}
        placeholder={t.hint}
        maxLength={1000}
        value={title}
        onChange={({ target }) => setTitle(target.value)}
        onPaste={paste}
      />
      <button type="submit" className="secondary small" disabled={title.trim() === ''}>
        {t.add}
      </button>
      <Fault error={create.error ?? account.error} />
    </form>
  )
}
