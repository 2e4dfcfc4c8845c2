import type { Readable } from 'node:stream'
import type { Sharp } from 'sharp'
import { Refused } from '#contract/errors.ts'

/** Types that previews are made of. SVG and other documents that refer to more than themselves are none. */
const pictured = new Set(['image/png', 'image/jpeg', 'image/gif', 'image/webp', 'image/avif'])
export const isPicture = (contentType: string): boolean => pictured.has(contentType)

/** Pixels of an image that is looked into: more are a bomb, or no use as a preview. */
const mostPixels = 100_000_000
/** Bytes: the decoder has all of a file in memory. */
export const largestPicture = 32 * 1024 * 1024
const longestSeconds = 10
const limits = { limitInputPixels: mostPixels, failOn: 'error', pages: 1 } as const
/** Images that are decoded at once in this process. */
const atOnce = 2

/** Requests that wait for one of those; more are told to come back. */
const mostWaiting = 50

let busy = 0
const waiting: (() => void)[] = []

/** Loads the library when an image first asks for it, and shuts it off from every format but those above. */
const library = (() => {
  let loaded: Promise<typeof import('sharp').default> | undefined
  const load = async () => {
    const { default: sharp } = await import('sharp')
    sharp.cache(false)
    sharp.concurrency(1)
    sharp.block({ operation: ['VipsForeignLoad'] })
    sharp.unblock({
      operation: [
        'VipsForeignLoadPng',
        'VipsForeignLoadJpeg',
        'VipsForeignLoadNsgif',
        'VipsForeignLoadWebp',
        'VipsForeignLoadHeif',
      ],
    })
    return sharp
  }
  return () => {
    loaded ??= load()
    return loaded
  }
})()

/** Width and height of an image as it is looked at, from its first bytes; undefined if it does not tell them. */
export async function measure(head: Buffer): Promise<{ width: number; height: number } | undefined> {
  const sharp = await library()
  // Reading the header is no work: it waits for nobody.
  const found = await sharp(head, limits)
    .metadata()
    .then((metadata) => metadata.autoOrient)
    .catch(() => undefined)
  return found && found.width > 0 && found.height > 0 ? { width: found.width, height: found.height } : undefined
}

/**
 * A PNG of an image, as wide or as high as asked; a smaller image keeps its size. `open` is called when it is its turn, so
 * that images which wait take no memory.
 *
 * @returns undefined if it is no image, is broken, or is too much work.
 * @throws {Refused} 503 while too many others wait.
 */
export async function scaledDown(
  open: () => Promise<Readable>,
  size: { width: number } | { height: number },
): Promise<Buffer | undefined> {
  return withDecoder(async (decode) => {
    const bytes = await wholeOf(await open())
    if (!bytes) return undefined
    const picture = decode(bytes)
      .autoOrient()
      .resize({ ...size, fit: 'inside', withoutEnlargement: true })
      .timeout({ seconds: longestSeconds })
    return picture
      .png()
      .toBuffer()
      .catch(() => undefined)
  })
}

/** Pixels of an image that becomes a small square: more than a camera's are no logo. */
const mostPixelsOfLogo = 25_000_000

/**
 * A square PNG of an image, all of it on a ground that is clear; drawn anew, so that nothing else of the file is left.
 *
 * @param side in pixels.
 * @returns undefined if it is no image, is broken, or is too much work.
 * @throws {Refused} 503 while too many others wait.
 */
export async function squared(bytes: Buffer, side: number): Promise<Buffer | undefined> {
  const size = await measure(bytes)
  if (!size || size.width * size.height > mostPixelsOfLogo) return undefined
  return withDecoder((decode) =>
    decode(bytes)
      .autoOrient()
      .resize({ width: side, height: side, fit: 'contain', background: { r: 0, g: 0, b: 0, alpha: 0 } })
      .timeout({ seconds: longestSeconds })
      .png()
      .toBuffer()
      .catch(() => undefined),
  )
}

async function withDecoder<T>(work: (decode: (bytes: Buffer) => Sharp) => Promise<T>): Promise<T> {
  const sharp = await library()
  if (waiting.length >= mostWaiting)
    throw new Refused('server_error', 'Too many previews are being made; try again shortly', {
      status: 503,
      headers: { 'retry-after': '2' },
    })
  while (busy >= atOnce) await new Promise<void>((resolve) => waiting.push(resolve))
  busy++
  try {
    return await work((bytes) => sharp(bytes, limits))
  } finally {
    busy--
    waiting.shift()?.()
  }
}

async function wholeOf(content: Readable): Promise<Buffer | undefined> {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of content as AsyncIterable<Buffer>) {
    size += chunk.length
    if (size > largestPicture) return undefined
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}
