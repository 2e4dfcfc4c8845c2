import type { Readable } from 'node:stream'
import type { Sharp } from 'sharp'

/** Types that previews are made of. SVG and other documents that refer to more than themselves are none. */
const pictured = new Set(['image/png', 'image/jpeg', 'image/gif', 'image/webp', 'image/avif'])
export const isPicture = (contentType: string): boolean => pictured.has(contentType)

/** Pixels of an image that is looked into: more are a bomb, or no use as a preview. */
const mostPixels = 100_000_000
/** Bytes: the decoder has all of a file in memory. */
export const largestPicture = 32 * 1024 * 1024
const longestSeconds = 10
/** Images that are decoded at once in this process. */
const atOnce = 2

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
  const found = await withDecoder(async (open) => (await open(head).metadata()).autoOrient).catch(() => undefined)
  return found && found.width > 0 && found.height > 0 ? { width: found.width, height: found.height } : undefined
}

/**
 * A PNG of an image, as wide or as high as asked; a smaller image keeps its size.
 *
 * @returns undefined if it is no image, is broken, or is too much work.
 */
export async function scaledDown(
  content: Readable,
  size: { width: number } | { height: number },
): Promise<Buffer | undefined> {
  const bytes = await wholeOf(content)
  if (!bytes) return undefined
  return withDecoder((open) =>
    open(bytes)
      .autoOrient()
      .resize({ ...size, fit: 'inside', withoutEnlargement: true })
      .timeout({ seconds: longestSeconds })
      .png()
      .toBuffer(),
  ).catch(() => undefined)
}

async function withDecoder<T>(work: (open: (bytes: Buffer) => Sharp) => Promise<T>): Promise<T> {
  const sharp = await library()
  while (busy >= atOnce) await new Promise<void>((resolve) => waiting.push(resolve))
  busy++
  try {
    return await work((bytes) => sharp(bytes, { limitInputPixels: mostPixels, failOn: 'error', pages: 1 }))
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
