import type { Contact, CustomStatus, ImportColumn } from '@taskwright/sdk'
import { nameOf } from '../../data/people.ts'
import { words } from '../../language/words.ts'

const t = words('import-meanings', { high: 'High', normal: 'Normal', low: 'Low' })

/** Something that a value can mean. */
export interface Meaning {
  /** As the server reads it. */
  value: string
  title: string
}

/** What the values of a column can mean, where only some texts make sense; undefined where any does. */
export function meaningsOf(
  becomes: string | undefined,
  statuses: readonly CustomStatus[],
  people: ReadonlyMap<string, Contact>,
): Meaning[] | undefined {
  if (becomes === 'status') return statuses.map(({ name }) => ({ value: name, title: name }))
  if (becomes === 'importance')
    return (['High', 'Normal', 'Low'] as const).map((value) => ({ value, title: t[value.toLowerCase() as 'high'] }))
  if (becomes !== 'responsibles') return undefined
  return [...people.values()].flatMap((person) => {
    const email = person.profiles[0]?.email
    return person.type === 'Person' && email ? [{ value: email, title: nameOf(person) }] : []
  })
}

const usual = {
  Completed: /^(closed?|completed?|done|finished|resolved|fixed|shipped|✓|x)$/,
  Cancelled: /^(cancell?ed|rejected|won'?t ?(do|fix)|abandoned|duplicate)$/,
  Deferred: /^(deferred|on hold|hold|paused|blocked|later|postponed)$/,
  Active: /^(open|new|to ?do|todo|backlog|planned|not started|in progress|doing|started|active)$/,
} as const

const importances = {
  High: /^(p?[01]|high(est)?|critical|urgent|blocker|major|!+)$/,
  Normal: /^(p?2|normal|medium|default)$/,
  Low: /^(p?[3-5]|low(est)?|minor|trivial)$/,
} as const

/**
 * What the values of a column are likely to mean, where they are not called so themselves; '' for those of which nothing is
 * known, which leaves them out.
 */
export function likelyMeanings(
  { values }: ImportColumn,
  becomes: string,
  statuses: readonly CustomStatus[],
  meanings: readonly Meaning[],
): Record<string, string> {
  const known = new Set(meanings.map(({ value }) => value.toLowerCase()))
  const guess = (text: string): string => {
    const plain = text.trim().toLowerCase()
    const named = meanings.find(({ title }) => title.toLowerCase() === plain)
    if (named) return named.value
    if (becomes === 'importance')
      return Object.entries(importances).find(([, usually]) => usually.test(plain))?.[0] ?? ''
    const group = Object.entries(usual).find(([, usually]) => usually.test(plain))?.[0]
    return statuses.find((status) => becomes === 'status' && status.group === group)?.name ?? ''
  }
  // Several addresses in one cell are the server's to read.
  const strange = values.filter(
    (text) => !known.has(text.toLowerCase()) && !(becomes === 'responsibles' && text.includes('@')),
  )
  return Object.fromEntries(strange.map((text) => [text, guess(text)]))
}
