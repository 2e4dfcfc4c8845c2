import { type Answered, Client, type Data, type Parameters } from '#testing/client.ts'

type Method = 'get' | 'post' | 'put' | 'delete'

/** How many steps of the month each version has taken. */
export const taken = { v3: 0, v4: 0 }
let turn = 0

/** One of the team: a client of each version with one token. What it does succeeds, or the month ends there. */
export class Member {
  readonly id: string
  readonly account: string
  readonly v3: Client
  readonly v4: Client

  constructor(url: string, token: string, { id, account }: { id: string; account: string }) {
    this.id = id
    this.account = account
    this.v3 = new Client(url, token, 'v3')
    this.v4 = new Client(url, token)
  }

  get(path: string, parameters?: Parameters): Promise<Data[]> {
    return this.#send('v4', 'get', path, parameters)
  }
  async post(path: string, parameters?: Parameters): Promise<Data> {
    return (await this.#send('v4', 'post', path, parameters))[0]
  }
  async put(path: string, parameters?: Parameters): Promise<Data> {
    return (await this.#send('v4', 'put', path, parameters))[0]
  }

  /** For steps that both versions have: v3 and v4 take turns. */
  async inTurn(method: Method, path: string, parameters?: Parameters): Promise<Data> {
    const version = turn++ % 2 === 0 ? 'v3' : 'v4'
    return (await this.#send(version, method, path, parameters))[0]
  }

  /** The answer to a step that is to be refused, by both versions. */
  async refused(method: Method, path: string, parameters?: Parameters): Promise<string[]> {
    const answers = [
      await this.v3[method](this.pathOn('v3', path), parameters),
      await this.v4[method](path, parameters),
    ]
    return answers.map(({ status, body }) => `${status} ${body.error}`)
  }

  /** v3 names the account in paths of things that belong to it. */
  pathOn(version: 'v3' | 'v4', path: string): string {
    return version === 'v3' && path.lastIndexOf('/') === 0 ? `/accounts/${this.account}${path}` : path
  }

  async #send(version: 'v3' | 'v4', method: Method, path: string, parameters?: Parameters): Promise<Data[]> {
    const own = this.pathOn(version, path)
    const { status, body } = await this[version][method](own, parameters)
    if (status !== 200) throw new Error(`${version} ${method} ${own}: ${status} ${body.error} ${body.errorDescription}`)
    taken[version]++
    return body.data
  }
}

/** The first of an answer's data, if the step succeeded. */
export function done({ status, body }: Answered): Data {
  if (status !== 200) throw new Error(`${status} ${body.error} ${body.errorDescription}`)
  return body.data[0]
}
