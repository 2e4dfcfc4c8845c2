import { useOpenTask } from '../frame/open-task.tsx'
import { Section } from '../frame/section.tsx'

/** The description as the server gives it: cleaned there of everything but its small set of elements. */
export function Description() {
  const { task } = useOpenTask()
  return (
    <Section name="description">
      {/* biome-ignore lint/security/noDangerouslySetInnerHtml: the server lets only a fixed set of elements through, and the page's policy runs no script of others */}
      <div className="rich" dangerouslySetInnerHTML={{ __html: task.description ?? '' }} />
    </Section>
  )
}
