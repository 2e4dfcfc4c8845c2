import { Section } from '../frame/section.tsx'
import { AssigneesFact } from './assignees-fact.tsx'
import { DatesFacts } from './dates-facts.tsx'
import { FollowersFact } from './followers-fact.tsx'
import { ImportanceFact } from './importance-fact.tsx'
import { EffortFact } from './more/effort-fact.tsx'
import { MoreFacts } from './more/more-facts.tsx'
import { AboveFact } from './places/above-fact.tsx'
import { PlacesFact } from './places/places-fact.tsx'
import { RepeatsFact } from './recurrence/repeats-fact.tsx'
import { StatusFact } from './status-fact.tsx'
import './facts.css'

/** What is known of a task, line by line, each changed where it stands. */
export function Facts() {
  return (
    <Section name="facts">
      <div className="task-facts">
        <StatusFact />
        <AssigneesFact />
        <DatesFacts />
        <EffortFact />
        <RepeatsFact />
        <ImportanceFact />
        <PlacesFact />
        <AboveFact />
        <FollowersFact />
        <MoreFacts />
      </div>
    </Section>
  )
}
