import type { Call } from './call.ts'
import { Code, literal, notations } from './literal.ts'

/** The call as a program for Python 3 that needs no package. */
export function python(call: Call): string {
  const hasQuery = Object.keys(call.query).length > 0 || call.pageToken !== undefined
  const isJson = call.receives === undefined || hasQuery
  return lines([
    ...(isJson ? ['import json'] : []),
    'import os',
    ...(call.receives ? ['import shutil'] : []),
    ...(hasQuery ? ['from urllib.parse import urlencode'] : []),
    'from urllib.request import Request, urlopen',
    '',
    `url = f"{os.environ['TASKWRIGHT_URL']}${call.path}"`,
    ...headersOf(call),
    '',
    ...(call.pageToken ? allPages(call) : one(call, hasQuery)),
  ])
}

function headersOf({ body, sends }: Call): string[] {
  const headers = {
    Authorization: new Code(`f"bearer {os.environ['TASKWRIGHT_TOKEN']}"`),
    ...(body ? { 'Content-Type': 'application/json' } : {}),
    ...(sends ? { 'Content-Type': 'application/octet-stream', 'X-File-Name': sends } : {}),
  }
  return [`headers = ${py(headers, 0, 10)}`]
}

function one(call: Call, hasQuery: boolean): string[] {
  const { method, query, body, sends, receives } = call
  const arguments_ = [
    hasQuery ? 'f"{url}?{query}"' : 'url',
    ...(method === 'GET' ? [] : [`method="${method}"`]),
    'headers=headers',
    ...(body || sends ? ['data=data'] : []),
  ]
  const file = call.sends ? [`with open(${py(call.sends)}, "rb") as file:`, '    data = file.read()'] : []
  return [
    ...(hasQuery ? [`query = urlencode(${py(asTexts(query), 0, 18)})`] : []),
    ...(body ? [`data = json.dumps(${py(body, 0, 18)}).encode()`] : []),
    ...file,
    `request = Request(${arguments_.join(', ')})`,
    '',
    ...(receives
      ? [
          `with urlopen(request) as response, open(${py(receives)}, "wb") as file:`,
          '    shutil.copyfileobj(response, file)',
        ]
      : [
          'with urlopen(request) as response:',
          `    for ${snake(call.row)} in json.load(response)["data"]:`,
          `        ${print(call)}`,
        ]),
  ]
}

function allPages(call: Call): string[] {
  return [
    '',
    `def ${snake(call.rows)}():`,
    `    query = ${py(asTexts(call.query), 4, 13)}`,
    '    while True:',
    '        with urlopen(Request(f"{url}?{urlencode(query)}", headers=headers)) as response:',
    '            page = json.load(response)',
    '        yield from page["data"]',
    '        if "nextPageToken" not in page:',
    '            return',
    `        query["${call.pageToken}"] = page["nextPageToken"]`,
    '',
    '',
    `for ${snake(call.row)} in ${snake(call.rows)}():`,
    `    ${print(call)}`,
  ]
}

/** Values that are no text become JSON text. */
function asTexts(query: Call['query']): Record<string, unknown> {
  const text = (value: unknown) =>
    typeof value === 'boolean' || typeof value === 'object' ? new Code(`json.dumps(${py(value)})`) : value
  return Object.fromEntries(Object.entries(query).map(([name, value]) => [name, text(value)]))
}

function print({ row, printed }: Call): string {
  const members = Object.keys(printed).map((name) => `${snake(row)}["${name}"]`)
  return `print(${members.length === 0 ? snake(row) : members.join(', ')})`
}

const py = (value: unknown, at = 0, used = at): string => literal(value, notations.python, at, used)

const snake = (name: string): string => name.replace(/[A-Z]/g, (sign) => `_${sign.toLowerCase()}`)

const lines = (all: readonly string[]): string => `${all.join('\n')}\n`
