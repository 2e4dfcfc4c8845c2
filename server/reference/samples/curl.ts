import { asText, type Call } from './call.ts'
import { literal, notations } from './literal.ts'

/** The call as a command of curl, for any shell that knows single quotes. */
export function curl(call: Call): string {
  const { method, query, body, sends, receives } = call
  const parameters = Object.entries(query)
  const hasQuery = parameters.length > 0
  const verb = method === 'GET' || (method === 'POST' && (body || sends)) ? '' : `-X ${method} `
  const arguments_ = [
    `${hasQuery && !sends ? '-G ' : ''}${verb}"$TASKWRIGHT_URL${call.path}"`,
    '-H "Authorization: bearer $TASKWRIGHT_TOKEN"',
    // With -G the file would become a part of the address.
    ...parameters.map(
      ([name, value]) => `${sends ? '--url-query' : '--data-urlencode'} ${quoted(`${name}=${asText(value)}`)}`,
    ),
    ...(body ? [`--json ${quoted(literal(body, notations.json, 2, 9))}`] : []),
    ...(sends
      ? [
          '-H "Content-Type: application/octet-stream"',
          `-H ${quoted(`X-File-Name: ${sends}`)}`,
          `--data-binary ${quoted(`@${sends}`)}`,
        ]
      : []),
    ...(receives ? [`-o ${quoted(receives)}`] : []),
  ]
  return `curl ${arguments_.join(' \\\n  ')}\n`
}

/** Text that a shell takes as it is. */
const quoted = (text: string): string => `'${text.replaceAll("'", `'\\''`)}'`
