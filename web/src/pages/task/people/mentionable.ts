import { queryAccess } from '@taskwright/sdk'
import { useMemo } from 'react'
import { useRead } from '../../../data/api.ts'
import { nameOf, usePeople } from '../../../data/people.ts'
import type { Mentionable } from '../../../parts/rich/nodes/mention.ts'
import { useOpenTask } from '../frame/open-task.tsx'

/** Those whom a text about the open task can mention; who does not see the task is marked. */
export function useMentionable(): readonly Mentionable[] {
  const { task } = useOpenTask()
  const people = usePeople()
  const access = useRead(queryAccess, { taskId: task.id, pageSize: 1000 })
  return useMemo(() => {
    const inside = new Set(
      (access.data ?? []).flatMap(({ contactId, reaches }) => (reaches && contactId ? [contactId] : [])),
    )
    return [...people.values()]
      .filter(({ type }) => type === 'Person')
      .map((person) => ({
        id: person.id,
        label: nameOf(person),
        // Until it is known, nobody is told to be outside.
        isOutside: access.data !== undefined && !inside.has(person.id),
      }))
  }, [people, access.data])
}
