import { useOpenTask } from '../frame/open-task.tsx'
import { Section } from '../frame/section.tsx'
import { Comments } from './comments.tsx'

/** What was said about the task. */
export function Activity() {
  const { task } = useOpenTask()
  return (
    <Section name="activity">
      <Comments taskId={task.id} />
    </Section>
  )
}
