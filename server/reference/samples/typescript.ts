import type { Call } from './call.ts'
import { Code, literal, notations } from './literal.ts'

const settings = 'const { TASKWRIGHT_URL, TASKWRIGHT_TOKEN } = process.env'
const check = `if (!response.ok) throw new Error(\`\${response.status}: \${await response.text()}\`)`

/** The call as a program: `node sample.ts` runs it as it stands. */
export function typescript(call: Call): string {
  if (call.pageToken) return allPages(call)
  const imports = [
    call.sends && "import { readFile } from 'node:fs/promises'",
    call.receives && "import { writeFile } from 'node:fs/promises'",
  ].filter((line) => line !== undefined)
  return lines([
    ...(imports.length > 0 ? [...imports, ''] : []),
    settings,
    '',
    ...queryOf(call),
    request(call),
    check,
    ...(call.receives
      ? [`await writeFile(${js(call.receives)}, Buffer.from(await response.arrayBuffer()))`]
      : ['', `const { data } = (await response.json()) as { data: ${rowType(call)}[] }`, printEach(call)]),
  ])
}

function allPages(call: Call): string {
  const name = notations.typescript.member(call.pageToken as string).slice(0, -2)
  const page = `{ data: ${rowType(call)}[]; nextPageToken?: string }`
  return lines([
    settings,
    '',
    `async function* ${call.rows}() {`,
    ...indented([
      ...queryOf(call, true),
      'while (true) {',
      ...indented([
        request(call, true),
        check,
        `const page = (await response.json()) as ${page}`,
        'yield* page.data',
        'if (!page.nextPageToken) return',
        `query.set('${name}', page.nextPageToken)`,
      ]),
      '}',
    ]),
    '}',
    '',
    `for await (const ${call.row} of ${call.rows}()) ${print(call)}`,
  ])
}

function queryOf({ query }: Call, always = false): string[] {
  const entries = Object.entries(query)
  if (entries.length === 0) return always ? ['const query = new URLSearchParams()'] : []
  const values = entries.map(([name, value]) => [
    name,
    typeof value === 'string'
      ? value
      : typeof value === 'object'
        ? new Code(`JSON.stringify(${js(value)})`)
        : String(value),
  ])
  const start = 'const query = new URLSearchParams('
  return [`${start}${literal(Object.fromEntries(values), notations.typescript, 0, start.length + 1)})`]
}

function request({ method, path, query, body, sends, pageToken }: Call, inLoop = false): string {
  const hasQuery = Object.keys(query).length > 0 || pageToken !== undefined
  const headers = {
    authorization: new Code(`\`bearer \${TASKWRIGHT_TOKEN}\``),
    ...(body ? { 'content-type': 'application/json' } : {}),
    ...(sends ? { 'content-type': 'application/octet-stream', 'x-file-name': sends } : {}),
  }
  const options = [
    ...(method === 'GET' ? [] : [`method: '${method}',`]),
    `headers: ${js(headers, 2, inLoop ? 14 : 12)},`,
    ...(body ? [`body: JSON.stringify(${js(body, 2, 25)}),`] : []),
    ...(sends ? [`body: await readFile(${js(sends)}),`] : []),
  ]
  const url = `\`\${TASKWRIGHT_URL}${path}${hasQuery ? `?\${query}` : ''}\``
  return [`const response = await fetch(${url}, {`, ...indented(options, true), '})'].join('\n')
}

/** A row has at least what is printed of it. */
function rowType({ printed }: Call): string {
  const members = Object.entries(printed).map(([name, type]) => `${name}: ${type}`)
  return members.length === 0 ? 'unknown' : `{ ${members.join('; ')} }`
}

const printEach = (call: Call): string =>
  Object.keys(call.printed).length === 0 ? 'console.log(data)' : `for (const ${call.row} of data) ${print(call)}`

function print({ row, printed }: Call): string {
  const members = Object.keys(printed).map((name) => `${row}.${name}`)
  return `console.log(${members.length === 0 ? row : members.join(', ')})`
}

const js = (value: unknown, at = 0, used = at): string => literal(value, notations.typescript, at, used)

/** One step deeper; a text of several lines only on its first, where it has the depth of the others already. */
const indented = (texts: readonly string[], firstOnly = false): string[] =>
  texts.map((text) => (firstOnly ? `  ${text}` : text.replaceAll(/^(?=.)/gm, '  ')))

const lines = (all: readonly string[]): string => `${all.join('\n')}\n`
