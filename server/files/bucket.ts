/** A bucket of S3 or of any service that speaks its protocol. */
export interface Bucket {
  /** Address of the bucket, without a slash at the end. */
  readonly url: string
  /** Begins every key: '' or a folder with a slash at its end. */
  readonly prefix: string
  readonly region: string
  readonly accessKeyId: string
  readonly secretAccessKey: string
  readonly sessionToken: string | undefined
}

/** What FILES_URL names, without the credentials. */
export type BucketPlace = Pick<Bucket, 'url' | 'prefix' | 'region'>

/**
 * Reads `s3://bucket/folder?region=…&endpoint=https://…`; without an endpoint it is Amazon's of the region.
 *
 * @returns undefined if the text is not of this form.
 */
export function readBucketUrl(text: string): BucketPlace | undefined {
  const url = URL.canParse(text) ? new URL(text) : undefined
  if (url?.protocol !== 's3:' || !/^[a-z0-9][a-z0-9.-]+$/.test(url.host) || url.username || url.hash) return undefined
  for (const name of url.searchParams.keys()) if (name !== 'region' && name !== 'endpoint') return undefined
  const region = url.searchParams.get('region') ?? 'us-east-1'
  const endpoint = url.searchParams.get('endpoint') ?? `https://s3.${region}.amazonaws.com`
  const isAddress = /^https?:\/\/[^/?#@]+\/?$/.test(endpoint) && URL.canParse(endpoint)
  const folder = url.pathname.replace(/^\/+|\/+$/g, '')
  if (!/^[a-z0-9-]+$/.test(region) || !isAddress || !/^[\w/.-]*$/.test(folder)) return undefined
  return { url: `${new URL(endpoint).origin}/${url.host}`, prefix: folder ? `${folder}/` : '', region }
}
