import { invalidParameter, invalidValue } from '#contract/errors.ts'
import { decodeId } from '#ids/decode.ts'
import { foreignNumber } from '#ids/foreign.ts'
import { type Target, targets } from './choices.ts'

/** Which column of a file is what, by its place in a row. */
export interface Columns {
  of: Partial<Record<Target, number>>
  fields: { at: number; id: number }[]
}

/**
 * Reads what the columns of a file become: as the request says, or by their names, whatever their case and blanks, and by
 * words that other programs use for the same.
 *
 * @throws {Refused} `invalid_parameter` for a column that is not there or there twice, for a target that is none or is
 * given twice, and if no column is the title, unless that is for a person to say yet.
 */
export function readColumns(
  accountId: number,
  header: readonly string[],
  mapping: Record<string, unknown> | undefined,
  { isAsking = false }: { isAsking?: boolean } = {},
): Columns {
  const columns: Columns = { of: {}, fields: [] }
  const wanted = mapping ? Object.entries(mapping) : byName(header)
  for (const [name, target] of wanted) {
    const at = header.indexOf(name.trim())
    if (at === -1) throw invalidParameter(`Parameter 'mapping' value is invalid: the file has no column '${name}'`)
    if (header.indexOf(name.trim(), at + 1) !== -1)
      throw invalidParameter(`Parameter 'mapping' value is invalid: the file has the column '${name}' twice`)
    if (typeof target !== 'string') throw invalidValue('mapping', `one of ${targets.join(', ')}, or a custom field`)
    if (isTarget(target)) {
      if (columns.of[target] !== undefined) throw twice(target)
      columns.of[target] = at
    } else {
      const field = fieldOf(accountId, target)
      if (columns.fields.some(({ id }) => id === field)) throw twice(target)
      columns.fields.push({ at, id: field })
    }
  }
  if (columns.of.title === undefined && !isAsking)
    throw invalidParameter("Parameter 'mapping' value is invalid: a column has to become 'title'")
  return columns
}

const twice = (target: string) =>
  invalidParameter(`Parameter 'mapping' value is invalid: two columns become '${target}'`)

const isTarget = (name: string): name is Target => (targets as readonly string[]).includes(name)

/** `Start Date`, `start_date` and `startDate` are one name. */
const plain = (name: string) => name.toLowerCase().replace(/[\s_-]/g, '')

const synonyms: Partial<Record<Target, readonly string[]>> = {
  title: ['summary', 'name', 'task', 'taskname', 'subject', 'issue'],
  description: ['details', 'body', 'text'],
  status: ['state', 'customstatus'],
  importance: ['priority'],
  startDate: ['start', 'begin'],
  dueDate: ['due', 'end', 'enddate', 'deadline', 'finish'],
  responsibles: ['assignee', 'assignees', 'assignedto', 'owner', 'responsible'],
  id: ['key', 'issuekey', 'taskid'],
  parent: ['parentid', 'parenttask', 'parentkey'],
}

/** A target's own name goes before a synonym; a column becomes one thing, and one that is there twice nothing. */
function byName(header: readonly string[]): [string, Target][] {
  const once = header.filter(
    (name, at) => name !== '' && header.indexOf(name) === at && header.lastIndexOf(name) === at,
  )
  const taken = new Set<string>()
  const found = new Map<Target, string>()
  const take = (target: Target, names: readonly string[]) => {
    const name = once.find((one) => !taken.has(one) && names.includes(plain(one)))
    if (name === undefined || found.has(target)) return
    found.set(target, name)
    taken.add(name)
  }
  for (const target of targets) take(target, [plain(target)])
  for (const target of targets) take(target, synonyms[target] ?? [])
  return [...found].map(([target, name]) => [name, target])
}

function fieldOf(accountId: number, text: string): number {
  const decoded = decodeId('CustomField', text)
  if (!decoded) throw invalidValue('mapping', `one of ${targets.join(', ')}, or the id of a custom field`)
  return decoded.accountId === accountId ? decoded.number : foreignNumber(text)
}
