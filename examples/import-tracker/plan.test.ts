import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { makePlan } from './plan/plan.ts'
import { lagBetween } from './plan/schedule.ts'
import { toHtml, wordsOf } from './plan/text.ts'
import { parseItems, readItems } from './tracker/read-items.ts'

const items = await readItems(join(import.meta.dirname, 'sample.jsonl'))
const plan = makePlan(items)
const task = (key: string) => plan.tasks.find((each) => each.key === key)
const project = (key: string) => plan.projects.find((each) => each.key === key)

describe('reading', () => {
  test('a broken line is named by its number', () => {
    expect(() => parseItems('\n{"id":"a"}')).toThrow('Line 2: title is missing')
    expect(() => parseItems('{')).toThrow('Line 1: ')
  })

  test('an id that is there twice is refused', () => {
    const line = JSON.stringify({ ...base, id: 'a' })
    expect(() => parseItems(`${line}\n${line}`)).toThrow('Line 2: the id a is there twice')
  })

  test('members without a place are kept as text', () => {
    expect(task('gd-5')?.description).toContain('<li>external_ref: "order-12"</li>')
  })
})

describe('places', () => {
  test('epics are projects, the others tasks', () => {
    expect(plan.projects.map((each) => each.key)).toEqual(['gd-1', 'gd-2'])
    expect(plan.tasks.map((each) => each.key)).toEqual(['gd-2/epic', 'gd-4', 'gd-5', 'gd-3', 'gd-6', 'gd-7', 'gd-8'])
  })

  test('an epic below an epic is a project in its project', () => {
    expect(project('gd-2')?.parents).toEqual(['gd-1'])
  })

  test('a task below an epic lies in its project, below a task it is a subtask', () => {
    expect(task('gd-4')).toMatchObject({ projects: ['gd-2'], superTasks: [] })
    expect(task('gd-3')).toMatchObject({ projects: [], superTasks: ['gd-5'] })
  })
})

describe('values', () => {
  test('closed is Completed; a word the API has no group for is Active with a custom status', () => {
    expect(task('gd-4')?.status).toBe('Completed')
    expect(task('gd-5')).toMatchObject({ status: 'Active', customStatus: 'In Progress' })
    expect(project('gd-2')?.status).toBe('Completed')
  })

  test('type, priority, labels, dates and soft links are custom fields', () => {
    expect(task('gd-4')?.fields).toEqual({
      'Tracker ID': 'gd-4',
      'Issue type': 'task',
      Priority: 'P0',
      'Tracker status': 'closed',
      Labels: '["spade","heavy"]',
      'Created at': '2025-03-05',
      'Updated at': '2025-03-07',
      'Closed at': '2025-03-07',
    })
    expect(task('gd-3')?.fields['Discovered from']).toBe('gd-4')
    expect(task('gd-6')?.fields['Related to']).toBe('gd-3')
  })

  test('blanks that the API drops are kept beside', () => {
    expect(task('gd-4')?.title).toBe('Dig')
    expect(task('gd-4')?.asWritten).toBe('{"title":"Dig\\n","labels":["spade",""," spade ","heavy"]}')
    expect(task('gd-5')?.asWritten).toBeUndefined()
  })

  test('all texts are in the description, escaped, with the exact instants', () => {
    const description = task('gd-4')?.description
    expect(description).toMatch(/^Deep &amp; &lt;wide&gt;<br \/>- one<br \/>- two<h4>Design<\/h4>A kidney\.<h4>Acc/)
    expect(description).toContain('gd-4: created 2025-03-05T09:00:00+01:00, updated')
    expect(description).toContain('gd-4 parent-child gd-2, linked 2025-03-05T09:01:00+01:00 by ben')
  })

  test('a comment names its author', () => {
    expect(plan.comments).toEqual([
      {
        on: 'gd-4',
        heading: 'ben wrote on 2025-03-06T08:00:00Z (comment 7 of the tracker):',
        text: 'ben wrote on 2025-03-06T08:00:00Z (comment 7 of the tracker):\nFound a <stone>.\n\nMoved it.',
      },
    ])
  })
})

describe('dates and dependencies', () => {
  test('days go from created to closed, over working days, and never backwards', () => {
    expect(task('gd-4')?.days).toEqual({ start: '2025-03-05', due: '2025-03-07' })
    expect(task('gd-7')?.days).toEqual({ start: '2025-02-28', due: '2025-03-10' })
  })

  test('an open task has days only if a dependency needs them', () => {
    expect(task('gd-6')?.days).toEqual({ start: '2025-03-10', due: '2025-03-10' })
    expect(task('gd-3')?.days).toBeUndefined()
  })

  test('a dependency of an epic is one of the task that stands for it', () => {
    expect(task('gd-2/epic')).toMatchObject({ projects: ['gd-2'], status: 'Completed' })
    expect(plan.dependencies[1]).toEqual({ predecessor: 'gd-2/epic', successor: 'gd-6', lagTime: -9 * 480 })
  })

  test('an overlap becomes a lead of working days', () => {
    const friday = { start: '2025-03-07', due: '2025-03-07' }
    const monday = { start: '2025-03-10', due: '2025-03-10' }
    expect(lagBetween(friday, monday)).toBe(0)
    expect(lagBetween(friday, friday)).toBe(-480)
    expect(lagBetween(monday, friday)).toBe(-960)
  })

  test('links to nowhere and links that close a circle are set aside with a reason', () => {
    expect(plan.setAside.map(({ link, reason }) => `${link.from} ${link.to}: ${reason}`)).toEqual([
      'gd-6 gd-9: gd-9 is not in the file',
      'gd-6 gd-8: closes a circle of blockers',
    ])
  })
})

test('the words of a text survive HTML', () => {
  expect(wordsOf(toHtml('a < b &\n"c"'))).toBe('a < b & "c"')
  expect(wordsOf('a &lt; b &#38;<br>&#x22;c&quot;')).toBe('a < b & "c"')
})

const base = {
  title: 'Rake',
  status: 'open',
  priority: 1,
  issue_type: 'task',
  created_at: '2025-03-05T09:00:00Z',
  updated_at: '2025-03-05T09:00:00Z',
}
