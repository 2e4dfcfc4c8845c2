import { execFile } from 'node:child_process'
import { existsSync, readdirSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'

/** A statement as the server sent it. */
export interface Statement {
  text: string
  values: readonly unknown[]
}

/** The program pgbench, from PATH or where Debian puts it. */
export function findPgbench(): string | undefined {
  const folders = (process.env.PATH ?? '').split(':')
  const debian = existsSync('/usr/lib/postgresql')
    ? readdirSync('/usr/lib/postgresql').map((version) => `/usr/lib/postgresql/${version}/bin`)
    : []
  return [...folders, ...debian].map((folder) => join(folder, 'pgbench')).find((path) => existsSync(path))
}

/**
 * Runs the statements of one request with pgbench, as the server sends them (extended protocol, planned each time).
 *
 * @returns requests a second.
 */
export async function runPgbench(
  pgbench: string,
  socketDir: string,
  database: string,
  folder: string,
  statements: readonly Statement[],
  clients: number,
  seconds: number,
): Promise<number> {
  const file = join(folder, 'request.sql')
  await writeFile(
    file,
    withOwnIds(statements.map(inlined))
      .map((line) => `${line};\n`)
      .join(''),
  )
  const args = [
    '-n',
    '-h',
    socketDir,
    '-U',
    'taskwright',
    '-M',
    'extended',
    '-c',
    String(clients),
    '-j',
    '1',
    '-T',
    String(seconds),
    '-f',
    file,
    database,
  ]
  const { stdout } = await promisify(execFile)(pgbench, args, { maxBuffer: 1 << 24 })
  return Number(/tps = ([\d.]+)/.exec(stdout)?.[1])
}

/** A row that a statement made has another number each time: later statements name it as the sequence's last. */
function withOwnIds(lines: string[]): string[] {
  const made = lines.findIndex((line) => /^insert into "?task"? /i.test(line))
  const placement = lines.find((line) => /^insert into "?task_placement"? /i.test(line))
  const number = made < 0 ? undefined : /values \((?:\d+, )?(\d{2,})/.exec(placement ?? '')?.[1]
  if (number === undefined) return lines
  return lines.map((line, at) =>
    at > made ? line.replace(new RegExp(`\\b${number}\\b`, 'g'), "currval('work_item_number')") : line,
  )
}

/** The statement on one line with its values written out, as pgbench wants it. */
function inlined({ text, values }: Statement): string {
  const written = text
    .replace(/--[^\n]*/g, ' ')
    .replace(/\$(\d+)/g, (_, position: string) => literal(values[Number(position) - 1]))
  // A colon before a word that is no variable of pgbench's stays as it is.
  return written.replace(/\s+/g, ' ').trim()
}

function literal(value: unknown): string {
  if (value === null || value === undefined) return 'null'
  if (typeof value === 'number' || typeof value === 'boolean') return String(value)
  if (value instanceof Date) return `'${value.toISOString()}'`
  // Numbers stand free, so that the number of a row that was made can take another's place.
  if (Array.isArray(value) && value.length > 0 && value.every((one) => typeof one === 'number'))
    return `array[${value.join(',')}]`
  if (Array.isArray(value)) return quoted(`{${value.map(element).join(',')}}`)
  return quoted(String(value))
}

const quoted = (text: string): string => `'${text.replaceAll("'", "''")}'`

/** An element of an array as PostgreSQL writes it: texts in quotes of their own. */
function element(value: unknown): string {
  if (value === null || value === undefined) return 'NULL'
  if (typeof value === 'number' || typeof value === 'boolean') return String(value)
  const text = value instanceof Date ? value.toISOString() : String(value)
  return `"${text.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`
}
