import { type CreateTaskInput, createTask, queryTasks } from '@taskwright/sdk'
import { type FormEvent, useState } from 'react'
import { useChange } from '../../data/api.ts'
import { words } from '../../language/words.ts'
import { Fault } from '../../parts/fault.tsx'

const t = words('new-task', {
  label: 'Title of a new task',
  inGroup: ({ group }: { group: string }) => `Title of a new task in ${group}`,
  placeholder: 'New task',
  add: 'Add',
})

interface NewTaskProps {
  folderId: string
  /** What the task is given beside its title. */
  members?: Partial<CreateTaskInput> | undefined
  /** The group that it will be in, where the line stands in one. */
  group?: string
  /** The line is done with: Escape, or left empty. */
  onClose?: () => void
}

/** A line in which a title becomes a task. What could not be sent stays in it. */
export function NewTask({ folderId, members, group, onClose }: NewTaskProps) {
  const [title, setTitle] = useState('')
  const create = useChange(createTask, [queryTasks])
  const add = (text: string) =>
    create.mutate({ folderId, title: text, ...members }, { onError: () => setTitle((now) => now || text) })
  const send = (event: FormEvent) => {
    event.preventDefault()
    const text = title.trim()
    if (text === '') return
    setTitle('')
    add(text)
  }
  return (
    <form className="new-task" onSubmit={send}>
      <input
        aria-label={group === undefined ? t.label : t.inGroup({ group })}
        placeholder={t.placeholder}
        // biome-ignore lint/a11y/noAutofocus: the line was opened to type in it
        autoFocus={onClose !== undefined}
        maxLength={1000}
        value={title}
        onChange={({ target }) => setTitle(target.value)}
        onBlur={() => title.trim() === '' && onClose?.()}
        onKeyDown={(event) => {
          if (event.key !== 'Escape' || !onClose) return
          event.stopPropagation()
          onClose()
        }}
      />
      <button type="submit" disabled={title.trim() === ''}>
        {t.add}
      </button>
      <Fault error={create.error} />
    </form>
  )
}
