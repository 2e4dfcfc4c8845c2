import { useQueryClient } from '@tanstack/react-query'
import {
  createComment,
  createDependency,
  createFolder,
  createSpace,
  createTask,
  deleteSpace,
  queryContacts,
} from '@taskwright/sdk'
import { useState } from 'react'
import { api } from '../../data/api.ts'
import { dayOf } from '../../data/days.ts'
import { words } from '../../language/words.ts'

const t = words('sample', {
  space: 'Sample: a garden',
  pond: 'A pond',
  fair: 'Summer fair',
  dig: 'Dig the hole',
  digSays: 'Two metres by three, with a shallow end for birds.',
  line: 'Lay the liner',
  fill: 'Fill it with water',
  plants: 'Plant the edge',
  buy: 'Buy water plants',
  comment: 'The nursery has irises again from Thursday on.',
  date: 'Agree on the day',
  invite: 'Invite the neighbours',
  tables: 'Borrow tables',
  cake: 'Bake cakes',
  opening: 'Opening',
  paint: 'Paint the fence',
})

interface Task {
  title: string
  /** Days from today. */
  start?: number
  due?: number
  isMine?: boolean
  isMilestone?: boolean
  description?: string
  importance?: 'High'
}

const projects = (): { title: string; tasks: Task[]; chain: number }[] => [
  {
    title: t.pond,
    chain: 3,
    tasks: [
      { title: t.dig, start: -2, due: 0, isMine: true, importance: 'High', description: t.digSays },
      { title: t.line, start: 1, due: 2 },
      { title: t.fill, start: 3, due: 3 },
      { title: t.buy, start: -4, due: -1, isMine: true },
      { title: t.plants },
    ],
  },
  {
    title: t.fair,
    chain: 2,
    tasks: [
      { title: t.date, start: 0, due: 1, isMine: true },
      { title: t.invite, start: 4, due: 8 },
      { title: t.tables },
      { title: t.cake, start: 18, due: 19 },
      { title: t.opening, due: 20, isMilestone: true },
    ],
  },
]

const day = (from: number): string => dayOf(new Date(Date.now() + from * 86_400_000))

const datesOf = ({ start, due, isMilestone }: Task) =>
  due === undefined
    ? {}
    : isMilestone
      ? { dates: { type: 'Milestone' as const, due: day(due) } }
      : { dates: { type: 'Planned' as const, start: day(start ?? due), due: day(due) } }

/** Makes a space to try things in, by the API as any program would; what is begun and fails is taken away again. */
export function useSample(onMade: (spaceId: string) => void) {
  const memory = useQueryClient()
  const [done, setDone] = useState<number>()
  const [error, setError] = useState<Error>()
  const all = projects().reduce((count, { tasks }) => count + tasks.length + 1, 2)
  const make = async () => {
    let count = 0
    let space: string | undefined
    const step = async <Row>(calling: Promise<{ data: Row[] }>): Promise<Row> => {
      const [row] = (await calling).data
      setDone(++count)
      return row as Row
    }
    setError(undefined)
    setDone(0)
    try {
      const [me] = (await api.call(queryContacts, { me: true })).data
      const { id: spaceId } = await step(api.call(createSpace, { title: t.space, accessType: 'Private' }))
      space = spaceId
      for (const { title, tasks, chain } of projects()) {
        const { id: folderId } = await step(api.call(createFolder, { folderId: spaceId, title, project: {} }))
        const made: string[] = []
        for (const task of tasks) {
          const { id } = await step(
            api.call(createTask, {
              folderId,
              title: task.title,
              ...datesOf(task),
              ...(task.isMine && me && { responsibles: [me.id] }),
              ...(task.importance && { importance: task.importance }),
              ...(task.description && { description: task.description }),
            }),
          )
          const before = made.at(-1)
          if (before && made.length < chain)
            await api.call(createDependency, { taskId: before, successorId: id, relationType: 'FinishToStart' })
          made.push(id)
        }
        const commented = made[3]
        if (title === t.pond && commented) await api.call(createComment, { taskId: commented, text: t.comment })
      }
      await step(api.call(createTask, { folderId: spaceId, title: t.paint }))
      await memory.invalidateQueries()
      onMade(spaceId)
    } catch (fault) {
      if (space) await api.call(deleteSpace, { spaceId: space }).catch(() => {})
      setError(fault as Error)
      setDone(undefined)
    }
  }
  return { make: () => void make(), done, all, error }
}
