type Json = Record<string, unknown>
type Parameter = Json & { name: string; in: string }

/** OpenAPI takes `/tasks/{taskId}` and `/tasks/{taskIds}` for one path: the methods go under the first name. */
export function mergeSameShapes(paths: Record<string, Json>): Record<string, Json> {
  const merged = new Map<string, { path: string; item: Json }>()
  for (const [path, item] of Object.entries(paths)) {
    const shape = path.replace(/\{\w+\}/g, '{}')
    const known = merged.get(shape)
    if (!known) {
      merged.set(shape, { path, item })
      continue
    }
    for (const [method, described] of Object.entries(item))
      addMethod(known.item, method, withPathNames(described as Json, known.path))
  }
  return Object.fromEntries([...merged.values()].map(({ path, item }) => [path, item]))
}

/** Gives a path a method; where one id and several are two operations, the method tells of both. */
export function addMethod(item: Json, method: string, described: Json): void {
  const known = item[method] as Json | undefined
  if (!known) item[method] = described
  else item[method] = known['x-bulk-of'] ? joined(described, known) : joined(known, described)
}

/** All parameters of the form for one id and of that for several, whose restrictions are told in words. */
function joined(single: Json, bulk: Json): Json {
  const taken = [...bodyNames(bulk), ...otherParameters(bulk).map((parameter) => parameter.name)]
  const several = `With several ids: ${bulk.summary}. ${bulk.description ?? ''} Several ids take only: ${taken.join(', ')}.`
  return {
    ...single,
    description: [single.description, several].filter(Boolean).join(' '),
    parameters: joinedParameters(single, bulk),
    ...(single.requestBody ? { requestBody: joinedBody(single.requestBody as Body, bulk.requestBody as Body) } : {}),
    'x-bulk-operation': bulk.operationId,
  }
}

/** The path takes what the form for several takes: one id is a list of one. */
function joinedParameters(single: Json, bulk: Json): Parameter[] {
  const inPath = (bulk.parameters as Parameter[]).filter((parameter) => parameter.in === 'path')
  const own = otherParameters(single)
  const more = otherParameters(bulk).filter((one) => !own.some((known) => known.name === one.name))
  return [...inPath, ...own, ...more.map((parameter) => ({ ...parameter, required: false }))]
}

const otherParameters = (described: Json): Parameter[] =>
  (described.parameters as Parameter[]).filter((parameter) => parameter.in !== 'path')

interface Body {
  required: boolean
  content: Record<string, { schema: { properties: Json; required: string[] } & Json }>
}

function joinedBody(single: Body, bulk: Body): Body {
  const content = Object.entries(single.content).map(([type, { schema }]) => {
    const other = bulk.content[type]?.schema
    const required = schema.required.filter((name) => other?.required.includes(name))
    return [type, { schema: { ...schema, properties: { ...other?.properties, ...schema.properties }, required } }]
  })
  return { required: single.required && bulk.required, content: Object.fromEntries(content) }
}

const bodyNames = (described: Json): string[] =>
  Object.keys((described.requestBody as Body | undefined)?.content['application/json']?.schema.properties ?? {})

function withPathNames(described: Json, path: string): Json {
  const names = [...path.matchAll(/\{(\w+)\}/g)].map((match) => match[1] as string)
  let at = 0
  const parameters = (described.parameters as Json[]).map((parameter) =>
    parameter.in === 'path' ? { ...parameter, name: names[at++] } : parameter,
  )
  return { ...described, parameters }
}
