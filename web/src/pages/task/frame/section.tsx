import type { ReactNode } from 'react'
import { words } from '../../../language/words.ts'
import { useOpenTask } from './open-task.tsx'
import './section.css'

const t = words('task-sections', {
  facts: 'Details',
  fields: 'Fields',
  description: 'Description',
  subtasks: 'Subtasks',
  dependencies: 'Dependencies',
  approvals: 'Approvals',
  time: 'Time',
  files: 'Files',
  activity: 'Activity',
})

/** The sections of a task, in their order; their numbers are the keys that lead there. */
export const sectionNames = [
  'facts',
  'fields',
  'description',
  'subtasks',
  'dependencies',
  'files',
  'approvals',
  'time',
  'activity',
] as const
export type SectionName = (typeof sectionNames)[number]

export const sectionTitle = (name: SectionName): string => t[name]

interface SectionProps {
  name: SectionName
  /** Buttons beside the heading. */
  actions?: ReactNode
  children: ReactNode
}

/** A section of a task: its heading, which the bar above and the keys lead to, and its part. */
export function Section({ name, actions, children }: SectionProps) {
  const title = sectionTitle(name)
  const Heading = useOpenTask().isPage ? 'h2' : 'h3'
  return (
    <section className="task-section" data-section={name} aria-label={title}>
      <header>
        <Heading tabIndex={-1}>{title}</Heading>
        {actions}
      </header>
      {children}
    </section>
  )
}
