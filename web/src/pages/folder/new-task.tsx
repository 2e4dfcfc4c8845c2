import { createTask, queryTasks } from '@taskwright/sdk'
import { type FormEvent, useState } from 'react'
import { useChange } from '../../data/api.ts'

/** A line in which a title becomes a task. What could not be sent stays in it, with the reason. */
export function NewTask({ folderId }: { folderId: string }) {
  const [title, setTitle] = useState('')
  const create = useChange(createTask, [queryTasks])
  const send = (event: FormEvent) => {
    event.preventDefault()
    const text = title.trim()
    if (text === '') return
    setTitle('')
    create.mutate({ folderId, title: text }, { onError: () => setTitle((now) => now || text) })
  }
  return (
    <form className="new-task" onSubmit={send}>
      <input
        aria-label="Title of a new task"
        placeholder="New task"
        value={title}
        onChange={({ target }) => setTitle(target.value)}
      />
      <button type="submit" disabled={title.trim() === ''}>
        Add
      </button>
      {create.error && (
        <p className="fault" role="alert">
          {create.error.message}
        </p>
      )}
    </form>
  )
}
