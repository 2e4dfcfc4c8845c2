/** An event of a stream (WHATWG HTML, 9.2). */
export interface ServerEvent {
  id: string
  name: string
  data: string
}

/**
 * Reads the events of an answer as they come. Unlike EventSource it can be asked for with a token in a header, and it tells when
 * the stream ends. An id without data comes too, without a name.
 */
export async function* readEvents(body: ReadableStream<Uint8Array>): AsyncGenerator<ServerEvent> {
  const reader = body.pipeThrough(new TextDecoderStream() as ReadableWritablePair<string, Uint8Array>).getReader()
  let rest = ''
  try {
    for (;;) {
      const { done, value } = await reader.read()
      if (done) return
      const blocks = (rest + value).split('\n\n')
      rest = blocks.pop() as string
      for (const block of blocks) yield eventOf(block)
    }
  } finally {
    await reader.cancel().catch(() => {})
  }
}

function eventOf(block: string): ServerEvent {
  const event = { id: '', name: '', data: '' }
  for (const line of block.split('\n')) {
    const [field, value = ''] = [line.slice(0, line.indexOf(':')), line.slice(line.indexOf(':') + 1).replace(/^ /, '')]
    if (field === 'id') event.id = value
    if (field === 'event') event.name = value
    if (field === 'data') event.data = event.data === '' ? value : `${event.data}\n${value}`
  }
  return event
}
