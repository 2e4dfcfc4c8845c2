import { connect, type Socket } from 'node:net'
import type { Readable } from 'node:stream'
import { Refused } from '#contract/errors.ts'

/** Looks for viruses in what arrives. */
export interface Scanner {
  /**
   * Whether the content was looked at; it was found clean then. 'unscanned' where there is no scanner.
   *
   * @throws {Refused} `invalid_request` if there is a virus in it, `server_error` (503) if the scanner cannot tell.
   */
  scan(content: Readable): Promise<'clean' | 'unscanned'>
}

/** Where a scanner listens. */
export type ScannerAddress = { path: string } | { host: string; port: number }

/** Takes everything as it is. */
const noScanner: Scanner = {
  async scan(content) {
    content.destroy()
    return 'unscanned'
  },
}

/** The scanner at an address, or none. */
export const scannerAt = (address: ScannerAddress | undefined): Scanner => (address ? clamScanner(address) : noScanner)

const longestWaitMs = 120_000
const largestChunk = 64 * 1024

/** Asks a ClamAV daemon, or what speaks its command INSTREAM: the content in chunks with their length, then one line back. */
function clamScanner(address: ScannerAddress): Scanner {
  return {
    async scan(content) {
      const verdict = await ask(address, content).catch((error) => {
        throw new Refused('server_error', 'The virus scanner is away; nothing was written. Try again shortly', {
          status: 503,
          headers: { 'retry-after': '10' },
          cause: error,
        })
      })
      if (/: OK$/.test(verdict)) return 'clean'
      const virus = /: (.+) FOUND$/.exec(verdict)?.[1]
      if (virus) throw new Refused('invalid_request', `The file has a virus: ${virus.replace(/[^\w.-]/g, '_')}`)
      throw new Refused('server_error', 'The virus scanner could not read the file; nothing was written', {
        status: 503,
        headers: { 'retry-after': '10' },
        cause: new Error(verdict),
      })
    },
  }
}

async function ask(address: ScannerAddress, content: Readable): Promise<string> {
  const socket = connect(address)
  socket.setTimeout(longestWaitMs, () => socket.destroy(new Error('The virus scanner does not answer')))
  try {
    const answer = answerOf(socket)
    // The scanner may answer, or go, before it has all: then its answer counts, not that it could not be written to.
    await Promise.race([send(socket, content).catch(() => answer), answer])
    return (await answer).replace(/\0.*$/s, '').trim()
  } finally {
    socket.destroy()
    content.destroy()
  }
}

async function send(socket: Socket, content: Readable): Promise<void> {
  await write(socket, Buffer.from('zINSTREAM\0'))
  for await (const chunk of content as AsyncIterable<Buffer>)
    for (let at = 0; at < chunk.length; at += largestChunk) {
      const piece = chunk.subarray(at, at + largestChunk)
      await write(socket, lengthOf(piece.length))
      await write(socket, piece)
    }
  await write(socket, lengthOf(0))
}

const write = (socket: Socket, data: Buffer) =>
  new Promise<void>((resolve, reject) => socket.write(data, (error) => (error ? reject(error) : resolve())))

function lengthOf(bytes: number): Buffer {
  const length = Buffer.alloc(4)
  length.writeUInt32BE(bytes)
  return length
}

/** All that comes back until the scanner ends the connection. */
function answerOf(socket: Socket): Promise<string> {
  return new Promise((resolve, reject) => {
    let text = ''
    socket.setEncoding('utf8')
    socket.on('data', (more: string) => {
      text += more
      if (text.length > 10_000) socket.destroy(new Error('The virus scanner says too much'))
    })
    socket.on('error', (error) => (text === '' ? reject(error) : resolve(text)))
    socket.on('end', () => (text === '' ? reject(new Error('The virus scanner said nothing')) : resolve(text)))
  })
}
