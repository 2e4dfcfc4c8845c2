import type { UserWork } from '@taskwright/sdk'
import { numberText } from '../../../language/language.ts'
import { words } from '../../../language/words.ts'

const t = words('work-facts', {
  activeTasks: 'Unfinished tasks',
  projects: 'Projects owned',
  spaces: 'Spaces',
  requestForms: 'Request forms kept',
  groups: 'Groups',
  reachedByNobodyElse: 'Shared with nobody else',
})

/** What somebody has, in figures. */
export function WorkFacts({ work }: { work: UserWork }) {
  const figures = [
    [t.activeTasks, work.activeTasks],
    [t.projects, work.projects],
    [t.spaces, work.spaces],
    [t.groups, work.groupIds.length],
    [t.requestForms, work.requestForms],
    [t.reachedByNobodyElse, work.reachedByNobodyElse],
  ] as const
  return (
    <dl className="figures">
      {figures.map(([label, count]) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{numberText(count)}</dd>
        </div>
      ))}
    </dl>
  )
}
