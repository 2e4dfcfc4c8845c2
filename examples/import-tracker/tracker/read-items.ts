import { readFile } from 'node:fs/promises'

/** A line between two items: `from` is below, waits for, or was found during work on `to`. */
export interface Link {
  from: string
  to: string
  type: string
  createdAt: string
  createdBy: string
}

export interface TrackerComment {
  id: string
  author: string
  text: string
  createdAt: string
}

/** One item of the tracker, as its line says; instants stay the text of the file. */
export interface Item {
  id: string
  title: string
  description: string
  design: string
  acceptanceCriteria: string
  notes: string
  status: string
  priority: number
  issueType: string
  createdAt: string
  updatedAt: string
  closedAt?: string
  labels: string[]
  links: Link[]
  comments: TrackerComment[]
  /** Members that this program has no place for; they are kept as text. */
  others: Record<string, unknown>
}

/**
 * Reads a file of one JSON object a line.
 *
 * @throws {Error} with the number of the line that is broken, lacks a member or repeats an id.
 */
export async function readItems(path: string): Promise<Item[]> {
  return parseItems(await readFile(path, 'utf8'))
}

/** The items of a text of one JSON object a line; empty lines are skipped. */
export function parseItems(text: string): Item[] {
  const seen = new Set<string>()
  const items: Item[] = []
  for (const [index, line] of text.split('\n').entries()) {
    if (line.trim() === '') continue
    const item = atLine(index + 1, () => toItem(JSON.parse(line)))
    if (seen.has(item.id)) throw new Error(`Line ${index + 1}: the id ${item.id} is there twice`)
    seen.add(item.id)
    items.push(item)
  }
  return items
}

function atLine<T>(line: number, read: () => T): T {
  try {
    return read()
  } catch (error) {
    throw new Error(`Line ${line}: ${(error as Error).message}`, { cause: error })
  }
}

type Members = Record<string, unknown>

function toItem(line: Members): Item {
  const {
    id,
    title,
    description,
    design,
    acceptance_criteria,
    notes,
    status,
    priority,
    issue_type,
    created_at,
    updated_at,
    closed_at,
    labels,
    dependencies,
    comments,
    ...others
  } = line
  return {
    id: filled('id', id),
    title: filled('title', title),
    description: text('description', description),
    design: text('design', design),
    acceptanceCriteria: text('acceptance_criteria', acceptance_criteria),
    notes: text('notes', notes),
    status: filled('status', status),
    priority: whole('priority', priority),
    issueType: filled('issue_type', issue_type),
    createdAt: instant('created_at', created_at),
    updatedAt: instant('updated_at', updated_at),
    ...(closed_at ? { closedAt: instant('closed_at', closed_at) } : {}),
    labels: list('labels', labels).map((label) => text('labels', label)),
    links: list('dependencies', dependencies).map((each) => toLink(each as Members)),
    comments: list('comments', comments).map((each) => toComment(each as Members)),
    others,
  }
}

function toLink(link: Members): Link {
  return {
    from: filled('dependencies.issue_id', link.issue_id),
    to: filled('dependencies.depends_on_id', link.depends_on_id),
    type: filled('dependencies.type', link.type),
    createdAt: text('dependencies.created_at', link.created_at),
    createdBy: text('dependencies.created_by', link.created_by),
  }
}

function toComment(comment: Members): TrackerComment {
  return {
    id: String(comment.id),
    author: filled('comments.author', comment.author),
    text: filled('comments.text', comment.text),
    createdAt: instant('comments.created_at', comment.created_at),
  }
}

function text(name: string, value: unknown): string {
  if (value === undefined || value === null) return ''
  if (typeof value !== 'string') throw new Error(`${name} must be a text`)
  return value
}

function filled(name: string, value: unknown): string {
  const read = text(name, value)
  if (read.trim() === '') throw new Error(`${name} is missing`)
  return read
}

function whole(name: string, value: unknown): number {
  if (!Number.isInteger(value)) throw new Error(`${name} must be a whole number`)
  return value as number
}

function instant(name: string, value: unknown): string {
  const read = filled(name, value)
  if (Number.isNaN(Date.parse(read))) throw new Error(`${name} is no instant: ${read}`)
  return read
}

function list(name: string, value: unknown): unknown[] {
  if (value === undefined || value === null) return []
  if (!Array.isArray(value)) throw new Error(`${name} must be a list`)
  return value
}
