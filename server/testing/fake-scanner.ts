import { createServer } from 'node:net'

/**
 * A program that speaks ClamAV's INSTREAM as the daemon does, and finds a virus where it is told of one. It prints the
 * port it listens on, or listens at the path that it is given; run it with `node`.
 */
const server = createServer((socket) => {
  let waiting = Buffer.alloc(0)
  let content = ''
  let begun = false
  const end = (verdict: string) => socket.end(`${verdict}\0`)
  socket.on('error', () => {})
  socket.on('data', (more: Buffer) => {
    waiting = Buffer.concat([waiting, more])
    if (!begun) {
      const command = 'zINSTREAM\0'
      if (waiting.length < command.length) return
      if (waiting.subarray(0, command.length).toString() !== command) return end('UNKNOWN COMMAND')
      begun = true
      waiting = waiting.subarray(command.length)
    }
    while (waiting.length >= 4) {
      const length = waiting.readUInt32BE(0)
      if (length === 0) return end(verdictOn(content))
      if (waiting.length < 4 + length) return
      content += waiting.subarray(4, 4 + length).toString('latin1')
      waiting = waiting.subarray(4 + length)
      if (content.length > 20 * 1024 * 1024) return end('INSTREAM size limit exceeded. ERROR')
    }
  })
})

function verdictOn(content: string): string {
  if (content.includes('silence')) return ''
  return content.includes('a virus') ? 'stream: Pond.Frog-1 FOUND' : 'stream: OK'
}

const path = process.argv[2]
if (path) server.listen(path, () => console.log(path))
else server.listen(0, '127.0.0.1', () => console.log((server.address() as { port: number }).port))
