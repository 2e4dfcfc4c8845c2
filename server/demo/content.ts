/** A task of the demo content; `after` names the task of the same project that must be done before. */
interface DemoTask {
  title: string
  description?: string
  importance?: 'High' | 'Low'
  status?: 'Completed'
  dates?: { start: string; due: string }
  comment?: string
  after?: string
}

interface DemoProject {
  title: string
  dates: { startDate: string; endDate: string }
  tasks: DemoTask[]
}

export const spaceTitle = 'Corner shop'

/** What the demo account works on, planned around today: one project under way, one to come. */
export function projects(today: Date): DemoProject[] {
  const span = (first: number, last: number) => ({ start: workday(today, first), due: workday(today, last) })
  return [
    {
      title: 'Open the shop',
      dates: { startDate: workday(today, -10), endDate: workday(today, 12) },
      tasks: [
        { title: 'Find a place', status: 'Completed', dates: span(-10, -6), comment: 'The corner of Mill Lane it is.' },
        {
          title: 'Sign the lease',
          status: 'Completed',
          dates: span(-5, -4),
          after: 'Find a place',
          importance: 'High',
        },
        {
          title: 'Paint the walls',
          description: 'Two coats of <b>warm white</b>; the door stays green.',
          dates: span(-1, 2),
          after: 'Sign the lease',
          comment: 'First coat is dry.',
        },
        { title: 'Put up the shelves', dates: span(3, 5), after: 'Paint the walls' },
        { title: 'Order the first goods', dates: span(0, 4), importance: 'High' },
        { title: 'Opening day', dates: span(12, 12), after: 'Put up the shelves' },
      ],
    },
    {
      title: 'Website',
      dates: { startDate: workday(today, 8), endDate: workday(today, 25) },
      tasks: [
        { title: 'Write the texts', dates: span(8, 12) },
        { title: 'Take photographs', dates: span(10, 14), after: 'Write the texts' },
        { title: 'Publish', dates: span(20, 20), after: 'Take photographs' },
        { title: 'Think about deliveries', importance: 'Low' },
      ],
    },
  ]
}

/** The day so many days of Monday to Friday from another. */
function workday(from: Date, days: number): string {
  const day = new Date(Date.UTC(from.getUTCFullYear(), from.getUTCMonth(), from.getUTCDate()))
  const step = Math.sign(days) || 1
  const isWeekend = () => day.getUTCDay() % 6 === 0
  while (isWeekend()) day.setUTCDate(day.getUTCDate() + 1)
  for (let left = Math.abs(days); left > 0; ) {
    day.setUTCDate(day.getUTCDate() + step)
    if (!isWeekend()) left--
  }
  return day.toISOString().slice(0, 10)
}
