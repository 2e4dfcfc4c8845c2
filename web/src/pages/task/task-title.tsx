import { type Task, updateTask } from '@taskwright/sdk'
import { useState } from 'react'
import { useChange } from '../../data/api.ts'
import { showsTasks } from '../../data/tasks.ts'

/** The title, to be written over. Enter or leaving it keeps the new one, Escape the old one. */
export function TaskTitle({ task }: { task: Task }) {
  const [title, setTitle] = useState(task.title)
  const change = useChange(updateTask, showsTasks)
  const keep = () => {
    const text = title.trim()
    if (text === '') setTitle(task.title)
    else if (text !== task.title) change.mutate({ taskId: task.id, title: text })
  }
  return (
    <>
      <h2 className="unseen">{task.title}</h2>
      <input
        className="task-title"
        aria-label="Title"
        value={title}
        onChange={({ target }) => setTitle(target.value)}
        onBlur={keep}
        onKeyDown={(event) => {
          if (event.key === 'Enter') event.currentTarget.blur()
          if (event.key !== 'Escape') return
          event.stopPropagation()
          setTitle(task.title)
        }}
      />
      {change.error && (
        <p className="fault" role="alert">
          {change.error.message}
        </p>
      )}
    </>
  )
}
