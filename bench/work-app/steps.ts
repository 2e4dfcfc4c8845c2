import type { Hand } from './hand.ts'

/** Something that a person does; what `prepare` and `after` do is not measured. */
export interface Step {
  name: string
  prepare?: (hand: Hand) => Promise<void>
  act: (hand: Hand) => Promise<void>
  after?: (hand: Hand) => Promise<void>
  /** It goes on from the step before it. */
  goesOn?: boolean
}

/** A page of the app, what shows that it is drawn, and what is done there. */
export interface Scene {
  name: string
  /** Below /work; {folder} and {task} stand for ids. */
  address: string
  /** Drawn when the first of its content is. */
  drawn: string
  /** Brings all tasks into the view, where they are read as one goes on. */
  whole?: (hand: Hand) => Promise<void>
  steps: readonly Step[]
}

const leave = async (hand: Hand) => {
  await hand.press('Escape')
  await hand.rest()
}
const toTop = (selector: string) => async (hand: Hand) => {
  await hand.page
    .locator(selector)
    .first()
    .evaluate((list) => list.scrollTo(0, 0))
  await hand.rest()
}
/** Scrolls to the end, and again when more has been read, until a count says no longer how many there are beside. */
const readAll = (list: string, count: string) => async (hand: Hand) => {
  for (let text = '/'; text.includes('/'); text = (await hand.page.locator(count).first().textContent()) ?? '') {
    await hand.page.locator(list).evaluate((rows) => rows.scrollTo(0, 1e9))
    await hand.rest()
  }
  await toTop(list)(hand)
}
const openAndClose = (title: string): Step[] => [
  {
    name: 'open a task',
    act: async (hand) => {
      await hand.click(title)
      await hand.page.locator('.task-panel .task-title').first().waitFor()
    },
  },
  { name: 'close it', goesOn: true, act: (hand) => hand.press('Escape') },
]
const filterByTitle: Step = {
  name: 'type into the filter',
  prepare: async (hand) => {
    await hand.click('.filter-button')
    await hand.focus('.filter-panel input[type=search]')
  },
  act: async (hand) => {
    await hand.type('weed the')
    await hand.rest()
  },
  after: async (hand) => {
    await hand.page.locator('.filter-panel input[type=search]').fill('')
    await hand.page.waitForTimeout(400)
    await leave(hand)
  },
}
const orderBy = (name: string, button: number, value: string): Step => ({
  name,
  prepare: (hand) => hand.click(`.panel-button >> nth=${button}`),
  act: async (hand) => {
    await hand.choose('.settings-panel select', value)
    await hand.rest()
  },
  after: async (hand) => {
    await hand.choose('.settings-panel select', 'None')
    await hand.rest()
    await leave(hand)
  },
})
const firstCells = '[data-index="1"] '
const fromNew = '.board-column:nth-of-type(1)'

export const scenes: readonly Scene[] = [
  {
    name: 'list',
    address: '/folder/{folder}?kind=List&filters={}',
    drawn: '.task-row',
    whole: readAll('.task-list', '.view-count'),
    steps: [
      {
        name: 'arrow keys',
        prepare: (hand) => hand.focus('.task-row .title'),
        act: (hand) => hand.press('ArrowDown', 25),
        after: toTop('.task-list'),
      },
      ...openAndClose('.task-row:nth-child(4) .title'),
      { name: 'tick done', act: (hand) => hand.click('.task-row:nth-child(3) .task-lead input') },
      {
        name: 'choose a status',
        act: async (hand) => {
          await hand.click('.task-row:nth-child(5) .task-cell button')
          await hand.click('.picker [role=option]:not([aria-selected=true])')
        },
      },
      {
        name: 'select 100 rows',
        prepare: (hand) => hand.focus('.task-row .title'),
        act: (hand) => hand.press('Shift+ArrowDown', 100, 15),
        after: async (hand) => {
          await leave(hand)
          await toTop('.task-list')(hand)
        },
      },
      {
        name: 'select all',
        prepare: (hand) => hand.focus('.task-row .title'),
        act: (hand) => hand.press('Control+a'),
        after: leave,
      },
      { name: 'scroll far', act: (hand) => hand.wheel('.task-list', { y: 4000 }, 40), after: toTop('.task-list') },
      {
        name: 'type a new task',
        prepare: (hand) => hand.focus('.new-task input'),
        act: (hand) => hand.type('Dig the pond'),
        after: async (hand) => hand.page.locator('.new-task input').first().fill(''),
      },
      filterByTitle,
      orderBy('group by assignee', 0, 'Assi'),
      orderBy('sort by title', 1, 'Title'),
    ],
  },
  {
    name: 'table',
    address: '/folder/{folder}?kind=Table&filters={}',
    drawn: '.grid-row [role=gridcell]',
    whole: readAll('.table-frame', '.table-foot [role=status]'),
    steps: [
      {
        name: 'arrow keys',
        prepare: (hand) => hand.click(`${firstCells}[data-column="1"]`),
        act: (hand) => hand.press('ArrowDown', 25),
        after: toTop('.table-frame'),
      },
      {
        name: 'select 100 rows',
        prepare: (hand) => hand.click(`${firstCells}[data-column="1"]`),
        act: (hand) => hand.press('Shift+ArrowDown', 100, 15),
        after: toTop('.table-frame'),
      },
      {
        name: 'write into a cell',
        prepare: (hand) => hand.click(`${firstCells}[data-column="0"]`),
        act: async (hand) => {
          await hand.type('Dig')
          await hand.press('Enter')
        },
      },
      {
        name: 'scroll far',
        act: (hand) => hand.wheel('.table-frame', { y: 4000 }, 40),
        after: toTop('.table-frame'),
      },
    ],
  },
  {
    name: 'board',
    address: '/folder/{folder}?kind=Board&filters={}',
    drawn: '.task-card',
    steps: [
      {
        name: 'arrow keys',
        prepare: (hand) => hand.focus(`${fromNew} .task-card-title`),
        act: (hand) => hand.press('ArrowDown', 15),
        after: toTop(`${fromNew} .card-list`),
      },
      ...openAndClose(`${fromNew} .card-place:nth-child(2) .task-card-title`),
      {
        name: 'drag a card',
        act: (hand) =>
          hand.drag(`${fromNew} .card-place:nth-child(2) .task-card-marks`, '.board-column:nth-of-type(2) .card-list'),
      },
      {
        name: 'move a card by keys',
        prepare: (hand) => hand.focus(`${fromNew} .task-card-title`),
        act: (hand) => hand.press('Control+ArrowDown', 2),
      },
      {
        name: 'scroll far',
        act: (hand) => hand.wheel(`${fromNew} .card-list`, { y: 2000 }, 40),
        after: toTop(`${fromNew} .card-list`),
      },
      filterByTitle,
    ],
  },
  {
    name: 'Gantt',
    address: '/folder/{folder}?kind=Gantt&filters={}',
    drawn: '.gantt-body .gantt-row',
    steps: [
      {
        name: 'arrow keys',
        prepare: (hand) => hand.focus('.gantt-body .gantt-row'),
        act: (hand) => hand.press('ArrowDown', 25),
        after: toTop('.gantt'),
      },
      ...openAndClose('.gantt-row:nth-child(3) .gantt-title'),
      {
        name: 'move a bar',
        prepare: async (hand) => {
          await hand.focus('.gantt-body .gantt-row:nth-child(4)')
          await hand.rest()
        },
        act: (hand) => hand.drag('.gantt-body .gantt-row:nth-child(4) .gantt-task', 112),
      },
      { name: 'scroll far', act: (hand) => hand.wheel('.gantt', { y: 4000 }, 40), after: toTop('.gantt') },
      { name: 'scroll sideways', act: (hand) => hand.wheel('.gantt', { x: 400 }, 30) },
      {
        name: 'another scale',
        act: (hand) => hand.choose('.gantt-tools select', 'Month'),
        after: async (hand) => {
          await hand.choose('.gantt-tools select', 'Week')
          await hand.rest()
        },
      },
    ],
  },
  {
    name: 'calendar',
    address: '/folder/{folder}?kind=Calendar&filters={}',
    drawn: '.chip',
    steps: [
      {
        name: 'arrow keys',
        prepare: (hand) => hand.focus('.day.today'),
        act: async (hand) => {
          await hand.press('ArrowLeft', 6)
          await hand.press('ArrowRight', 6)
        },
      },
      ...openAndClose('.day.today .chip'),
      { name: 'next month', act: (hand) => hand.click('.calendar-bar .plain >> nth=1') },
      { name: 'month before', act: (hand) => hand.click('.calendar-bar .plain >> nth=0') },
      {
        name: 'drag a task',
        act: (hand) => hand.drag('.week:nth-child(3) .chip .chip-title', '.week:nth-child(4) .day:nth-child(3)'),
      },
    ],
  },
  {
    name: 'task',
    address: '/task/{task}',
    drawn: '.task-panel .task-section',
    steps: [
      {
        name: 'type into the title',
        prepare: (hand) => hand.focus('textarea.task-title'),
        act: (hand) => hand.type(' at last'),
        after: leave,
      },
      {
        name: 'write a description',
        act: async (hand) => {
          await hand.click('.write-here, .description')
          await hand.page.locator('[contenteditable=true]').first().waitFor()
          await hand.type('The water runs out at the north end.')
        },
        after: leave,
      },
    ],
  },
]

/** Done on a list of which all is read: from view to view, and to the palette. */
export const travels: readonly Step[] = [
  ...['Table', 'Board', 'Gantt', 'Calendar', 'List'].map((kind) => ({
    name: `to the ${kind === 'Gantt' ? kind : kind.toLowerCase()}`,
    act: async (hand: Hand) => {
      await hand.click(`.view-tabs a:has-text("${kind}")`)
      const scene = scenes.find(({ name }) => name.toLowerCase() === kind.toLowerCase())
      await hand.page
        .locator(scene?.drawn ?? 'main')
        .first()
        .waitFor()
    },
  })),
  {
    name: 'type into the palette',
    act: async (hand) => {
      await hand.press('Control+k')
      await hand.type('task 41')
    },
    after: leave,
  },
]
