import { useTaskChange } from '../../../data/tasks.ts'
import { words } from '../../../language/words.ts'
import { Fault } from '../../../parts/fault.tsx'
import { Icon } from '../../../parts/icon.tsx'
import { useOpenTask } from '../frame/open-task.tsx'

const t = words('task-follow', { follow: 'Follow', following: 'Following' })

/** Whether the person hears of what happens to the task. */
export function Follow() {
  const { task, may } = useOpenTask()
  const change = useTaskChange()
  const isWanted = change.isPending ? change.variables.follow === true : task.followedByMe === true
  if (!may('follow')) return null
  return (
    <>
      <button
        type="button"
        className="secondary small"
        aria-pressed={isWanted}
        onClick={() => change.set(task, { follow: !isWanted })}
      >
        <Icon name={isWanted ? 'check' : 'bell'} />
        {isWanted ? t.following : t.follow}
      </button>
      <Fault error={change.error} />
    </>
  )
}
