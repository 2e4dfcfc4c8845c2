import type { Readable } from 'node:stream'

/** A file that a request sends: nothing of it is read before a handler asks for it. */
export interface FileBody {
  /**
   * Its name, made harmless.
   *
   * @throws {Refused} `parameter_required` without the header X-File-Name, `invalid_parameter` if nothing of it is a name.
   */
  name(): string
  /** The same, or undefined without the header. */
  givenName(): string | undefined
  /** Whether the request has a body at all. */
  readonly exists: boolean
  /**
   * Its bytes. The stream fails when the request is cut, stands still for a minute or is larger than the server takes.
   *
   * @throws {Refused} `invalid_request` if it is too large by its own account.
   */
  read(): Readable
}

/** A file that an operation answers with. */
export interface FileAnswer {
  name: string
  contentType: string
  /** Bytes. */
  size: number
  /** Changes with the content; without quotes. */
  etag: string
  modified: Date
  /** 'inline' only for what the server has made itself. */
  disposition: 'attachment' | 'inline'
  /** All of it, or the bytes from `start` to `end`, both included. */
  read(range?: { start: number; end: number }): Promise<Readable>
}
