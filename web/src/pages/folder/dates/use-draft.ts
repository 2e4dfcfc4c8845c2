import type { Reschedule, Task } from '@taskwright/sdk'
import { useMemo, useState } from 'react'
import { dayText } from '../../../data/days.ts'
import type { IsFree } from '../../../data/free-days-of.ts'
import { datesMovedBy, type Grip } from '../../../data/moved-dates.ts'
import { tell } from '../../../data/notices.ts'
import { dryRun, usePreview, useReschedule, type Wanted } from '../../../data/reschedule.ts'
import { plural, words } from '../../../language/words.ts'

const t = words('moves-draft', {
  one: ({ title, dates }: { title: string; dates: string }) => `“${title}”: ${dates}`,
  many: ({ count }: { count: number }) => plural(count, { one: '# task is moved', other: '# tasks are moved' }),
  span: ({ start, due }: { start: string; due: string }) => `${start} to ${due}`,
  others: ({ count }: { count: number }) =>
    plural(count, { one: '# task moves with it', other: '# tasks move with it' }),
})

/** A bar, or all bars of a folder, that somebody is moving. Nothing is written yet. */
export interface Draft {
  rowId: string
  tasks: readonly Task[]
  grip: Grip
  days: number
}

/** What is asked before it is done, since it moves so much. */
export interface Question {
  wanted: Wanted
  moves: Reschedule
  told: string
}

/** So many tasks may move with one without a question. */
const fewMoves = 3

export type Drafting = ReturnType<typeof useDraft>

/** A move under way: what the server would move with it, and how it ends. */
export function useDraft(isFree: IsFree) {
  const [draft, setDraft] = useState<Draft>()
  const [question, setQuestion] = useState<Question>()
  const reschedule = useReschedule()
  const wanted = useMemo(() => (draft ? wantedBy(draft, isFree) : undefined), [draft, isFree])
  const preview = usePreview(wanted)
  const moves = preview.isLate ? undefined : preview.moves

  const finish = async (asked: Wanted, known: Reschedule | undefined) => {
    try {
      const found = known ?? (await dryRun(asked))
      if (!found) return
      const told = sayMoves(asked, found)
      if (othersIn(asked, found) > fewMoves || (asked.tasks?.length ?? 0) > 1)
        setQuestion({ wanted: asked, moves: found, told })
      else await reschedule.run(asked, told, found)
    } catch (error) {
      tell((error as Error).message, { isFault: true })
    }
  }
  return {
    draft,
    setDraft,
    /** Dates that the server would give, by task, while a bar is held. */
    preview: preview.moves,
    /** The last of them is that of the draft as it is. */
    moves,
    fault: preview.error,
    said: draft && moves && wanted ? sayMoves(wanted, moves) : '',
    commit: () => {
      setDraft(undefined)
      if (wanted) void finish(wanted, moves)
    },
    /** Does what another way of editing asks for. */
    finish,
    question,
    answer: (isYes: boolean) => {
      setQuestion(undefined)
      if (isYes && question) void reschedule.run(question.wanted, question.told, question.moves)
    },
    reschedule,
  }
}

function wantedBy({ tasks, grip, days }: Draft, isFree: IsFree): Wanted | undefined {
  const moved = tasks.flatMap(({ id, dates }) => {
    const wish = datesMovedBy(dates, grip, days, isFree)
    return wish ? [{ taskId: id, dates: wish }] : []
  })
  return moved.length > 0 ? { tasks: moved } : undefined
}

/** How many tasks move that were not named, hidden ones too. */
export function othersIn({ tasks = [] }: Wanted, moves: Reschedule): number {
  const named = new Set(tasks.map(({ taskId }) => taskId))
  return moves.tasks.filter(({ taskId }) => !named.has(taskId)).length + moves.hiddenTasks
}

/** What a change does, in a sentence. */
export function sayMoves(wanted: Wanted, moves: Reschedule): string {
  const named = wanted.tasks?.length ?? 0
  const only = named === 1 ? moves.tasks.find(({ taskId }) => taskId === wanted.tasks?.[0]?.taskId) : undefined
  const others = othersIn(wanted, moves)
  const first = only ? t.one({ title: only.title, dates: datesText(only.after) }) : t.many({ count: named || others })
  return others > 0 && named > 0 ? `${first}. ${t.others({ count: others })}.` : `${first}.`
}

/** The days of a task as a text: one day, or from and until. */
export function datesText({ start, due }: Pick<Task['dates'], 'start' | 'due'>): string {
  if (!due) return ''
  if (!start || start.slice(0, 10) === due.slice(0, 10)) return dayText(due)
  return t.span({ start: dayText(start), due: dayText(due) })
}
