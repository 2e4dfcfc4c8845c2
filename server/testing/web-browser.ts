/** A page as a browser has it: where it is, its status, its text. */
export interface Loaded {
  url: URL
  status: number
  text: string
  headers: Headers
}

/** Values of a form by name; one with a file is sent as a form with files. */
export type Form = Record<string, string | string[] | Blob>

/** A browser without a window: keeps cookies, sends forms, follows redirects while they stay on the server. */
export class WebBrowser {
  readonly origin: string
  readonly #cookies = new Map<string, { value: string; path: string }>()
  page: Loaded | undefined

  constructor(origin: string) {
    this.origin = origin
  }

  /** Opens an address. A redirect to another server is not followed: it is the page, with `url` telling where it leads. */
  async open(address: string, form?: Form): Promise<Loaded> {
    const url = new URL(address, this.origin)
    const body = form && formBody(form)
    const response = await fetch(url, {
      method: form ? 'POST' : 'GET',
      redirect: 'manual',
      headers: { cookie: this.cookieHeader(url), accept: 'text/html', 'user-agent': 'Firefox/140.0 Linux' },
      ...(body && { body }),
    })
    this.#keep(response)
    const location = response.headers.get('location')
    if (location) {
      const next = new URL(location, url)
      if (next.origin === this.origin) return this.open(next.href)
      this.page = { url: next, status: response.status, text: '', headers: response.headers }
    } else {
      this.page = { url, status: response.status, text: await response.text(), headers: response.headers }
    }
    return this.page
  }

  /** Sends the form of the page with this action, or the first one of the content, with its hidden fields and these values. */
  async submit(values: Form, action?: string): Promise<Loaded> {
    const forms = [...(this.page?.text ?? '').matchAll(/<form method="post" action="([^"]*)"[^>]*>([\s\S]*?)<\/form>/g)]
    const form = forms.find(([, to]) => (action === undefined ? to !== '/sign-out' : to === action))
    if (!form) throw new Error(`no form ${action ?? ''} on ${this.page?.url}: ${this.page?.text}`)
    const hidden = [...(form[2] ?? '').matchAll(/<input type="hidden" name="([^"]*)" value="([^"]*)"/g)]
    const fields = Object.fromEntries(hidden.map(([, name, value]) => [name, unescapeText(value ?? '')]))
    return this.open(unescapeText(form[1] ?? ''), { ...fields, ...values })
  }

  /** The cookie jar as a header of a request to this address. */
  cookieHeader(url: URL): string {
    return [...this.#cookies]
      .filter(([, { path }]) => url.pathname.startsWith(path))
      .map(([name, { value }]) => `${name.split(' ')[0]}=${value}`)
      .join('; ')
  }

  #keep(response: Response): void {
    for (const cookie of response.headers.getSetCookie()) {
      const [pair = '', ...attributes] = cookie.split(/;\s*/)
      const [name = '', value = ''] = pair.split(/=(.*)/)
      const path = attributes.find((attribute) => /^path=/i.test(attribute))?.slice(5) ?? '/'
      const expires = attributes.find((attribute) => /^expires=/i.test(attribute))?.slice(8)
      const key = `${name} ${path}`
      if (value === '' || (expires && new Date(expires) < new Date())) this.#cookies.delete(key)
      else this.#cookies.set(key, { value, path })
    }
  }
}

function formBody(form: Form): URLSearchParams | FormData {
  const pairs = Object.entries(form).flatMap(([name, values]) => [values].flat().map((value) => ({ name, value })))
  if (!pairs.some(({ value }) => value instanceof Blob))
    return new URLSearchParams(pairs.map(({ name, value }) => [name, String(value)]))
  const body = new FormData()
  for (const { name, value } of pairs)
    if (value instanceof Blob) body.append(name, value, 'file')
    else body.append(name, value)
  return body
}

function unescapeText(text: string): string {
  return text
    .replaceAll('&#39;', "'")
    .replaceAll('&quot;', '"')
    .replaceAll('&gt;', '>')
    .replaceAll('&lt;', '<')
    .replaceAll('&amp;', '&')
}
