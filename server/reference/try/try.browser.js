/**
 * The panel "Try it": sends the call that the form says, with a short-lived token of whoever is signed in. The token lives
 * in this page's memory and nowhere else.
 */
for (const panel of /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll('[data-try]'))) start(panel)

/** @typedef {{ path: string, query: [string, string][], body: Record<string, unknown> | undefined, file: File | undefined }} Call */

/** @param {HTMLElement} panel */
function start(panel) {
  const { base = '', method = 'GET' } = panel.dataset
  const form = /** @type {HTMLFormElement} */ (panel.querySelector('form'))
  const account = /** @type {HTMLSelectElement} */ (panel.querySelector('.account'))
  const pathChoice = /** @type {HTMLInputElement | HTMLSelectElement} */ (panel.querySelector('.path-choice'))
  const outcome = /** @type {HTMLElement} */ (panel.querySelector('.outcome'))
  const fields = /** @type {HTMLElement[]} */ ([...panel.querySelectorAll('[data-parameter]')])
  const file = /** @type {HTMLInputElement | null} */ (panel.querySelector('.file'))
  const command = part('.command code')
  /** Tokens by account and access. @type {Map<string, string>} */
  const tokens = new Map()
  let formToken = ''

  panel.hidden = false
  open()

  async function open() {
    const isSignedIn = document.querySelector('form[action="/sign-out"]') !== null
    const answer = isSignedIn ? await fetch('/developers/token').catch(() => undefined) : undefined
    if (!answer?.ok) return signedOut('')
    const told = await answer.json()
    formToken = told.formToken
    for (const { id, name } of told.accounts) account.add(new Option(name, id))
    form.hidden = false
    part('.command').hidden = false
    for (const field of fields) if (field.dataset.pick) addPick(field)
    showPath()
    form.addEventListener('input', () => showPath())
    account.addEventListener('change', () => {
      for (const pick of panel.querySelectorAll('.pick')) pick.remove()
      for (const field of fields) if (field.dataset.pick) addPick(field)
    })
    form.addEventListener('submit', (event) => {
      event.preventDefault()
      send()
    })
  }

  /** @param {string} why */
  function signedOut(why) {
    form.hidden = true
    part('.command').hidden = true
    part('.signed-out').hidden = false
    outcome.textContent = why
  }

  /** Fields of paths that are not chosen do not count; the command follows what is filled in. */
  function showPath() {
    for (const field of fields) {
      const isIn = field.dataset.place !== 'path' || pathChoice.value.includes(`{${field.dataset.parameter}}`)
      field.hidden = !isIn
      for (const control of controls(field)) control.disabled = !isIn
    }
    command.textContent = curlOf(readForm())
  }

  /** @returns {Call} */
  function readForm() {
    let path = pathChoice.value
    /** @type {[string, string][]} */
    const query = []
    /** @type {Record<string, unknown>} */
    const body = {}
    for (const field of fields.filter((one) => !one.hidden)) {
      const { parameter = '', place } = field.dataset
      const value = saidBy(field)
      if (place === 'path')
        path = path.replace(
          `{${parameter}}`,
          value === undefined ? `{${parameter}}` : encodeURIComponent(String(value)).replaceAll('%2C', ','),
        )
      else if (value === undefined) continue
      else if (place === 'query') query.push([parameter, typeof value === 'string' ? value : JSON.stringify(value)])
      else body[parameter] = value
    }
    const hasBody = Object.keys(body).length > 0
    return { path: base + path, query, body: hasBody ? body : undefined, file: file?.files?.[0] }
  }

  async function send() {
    const call = readForm()
    if (method === 'DELETE' && !(await isMeant(call.path))) return
    const button = /** @type {HTMLButtonElement} */ (form.querySelector('.actions button'))
    outcome.textContent = 'Sending …'
    button.setAttribute('aria-disabled', 'true')
    try {
      const began = performance.now()
      const response = await request(method, call)
      await show(response, Math.round(performance.now() - began))
    } catch (error) {
      outcome.textContent = error instanceof Error ? error.message : 'It could not be sent.'
    } finally {
      button.removeAttribute('aria-disabled')
    }
  }

  /**
   * @param {string} verb
   * @param {Call} call
   * @returns {Promise<Response>}
   */
  async function request(verb, { path, query, body, file }, isSecond = false) {
    const access = verb === 'GET' ? 'read' : 'write'
    /** @type {Record<string, string>} */
    const headers = { authorization: `bearer ${await token(access)}` }
    if (body) headers['content-type'] = 'application/json'
    if (file) headers['content-type'] = 'application/octet-stream'
    if (file) headers['x-file-name'] = encodeURIComponent(file.name)
    const url = query.length > 0 ? `${path}?${new URLSearchParams(query)}` : path
    const response = await fetch(url, { method: verb, headers, body: body ? JSON.stringify(body) : (file ?? null) })
    // It was revoked or has run out: once more with a new one.
    if (response.status !== 401 || isSecond) return response
    tokens.clear()
    return request(verb, { path, query, body, file }, true)
  }

  /** @param {'read' | 'write'} access */
  async function token(access) {
    const key = `${account.value} ${access}`
    const known = tokens.get(key)
    if (known) return known
    const asked = new URLSearchParams({ form_token: formToken, account: account.value, access })
    const answer = await fetch('/developers/token', { method: 'POST', body: asked })
    if (answer.ok) {
      const { token: made, expiresIn } = await answer.json()
      tokens.set(key, made)
      setTimeout(() => tokens.delete(key), expiresIn * 1000)
      return made
    }
    if (answer.status !== 404) signedOut('You are signed out here. Nothing was sent.')
    throw new Error(
      answer.status === 404 ? 'You are no longer in this account.' : 'You are signed out here. Nothing was sent.',
    )
  }

  /**
   * @param {Response} response
   * @param {number} ms
   */
  async function show(response, ms) {
    const type = response.headers.get('content-type') ?? ''
    const isFile = response.ok && panel.dataset.givesFile !== undefined
    const text = isFile ? '' : await response.text()
    const answer = type.includes('json') ? JSON.parse(text) : undefined
    const rows = Array.isArray(answer?.data)
      ? `, ${answer.data.length} ${answer.data.length === 1 ? 'row' : 'rows'}`
      : ''
    const shown = answer ? JSON.stringify(answer, null, 2) : isFile ? fileNote(response, await response.blob()) : text
    part('.answer .facts').replaceChildren(...factsOf(response))
    part('.answer code').textContent =
      shown.length > 200_000 ? `${shown.slice(0, 200_000)}\n… the rest is left out here` : shown
    part('.answer').hidden = false
    outcome.textContent = `${response.status} ${response.statusText} after ${ms} ms${rows}${answer?.errorDescription ? `: ${answer.errorDescription}` : ''}`
    outcome.classList.toggle('failed', !response.ok)
  }

  /** @param {string} path */
  function isMeant(path) {
    const dialog = /** @type {HTMLDialogElement} */ (panel.querySelector('dialog'))
    part('dialog .target').textContent = `DELETE ${path}`
    dialog.returnValue = 'no'
    dialog.showModal()
    return new Promise((resolve) =>
      dialog.addEventListener('close', () => resolve(dialog.returnValue === 'yes'), { once: true }),
    )
  }

  /** A button that lists the person's own things, of which one is picked. @param {HTMLElement} field */
  function addPick(field) {
    const button = document.createElement('button')
    button.type = 'button'
    button.className = 'secondary small pick'
    button.textContent = 'Pick …'
    button.setAttribute('aria-label', `Pick ${field.dataset.parameter}`)
    button.addEventListener('click', () => pick(field, button))
    field.append(button)
  }

  /**
   * @param {HTMLElement} field
   * @param {HTMLButtonElement} button
   */
  async function pick(field, button) {
    const call = { path: field.dataset.pick ?? '', query: [], body: undefined, file: undefined }
    const response = await request('GET', call).catch(() => undefined)
    const rows = response?.ok ? (await response.json()).data : []
    if (rows.length === 0) {
      outcome.textContent = response?.ok ? 'There is none yet in this account.' : 'They could not be listed.'
      return
    }
    const [input] = controls(field)
    const choice = document.createElement('select')
    choice.className = 'pick'
    choice.setAttribute('aria-label', `Pick ${field.dataset.parameter}`)
    choice.add(new Option(`Pick one of ${rows.length}`, ''))
    for (const row of rows) choice.add(new Option(nameOf(row), row.id))
    choice.addEventListener('change', () => {
      if (!input || choice.value === '') return
      const more = field.dataset.kind === 'ids' && input.value !== ''
      input.value = more ? `${input.value},${choice.value}` : choice.value
      showPath()
    })
    button.replaceWith(choice)
    choice.focus()
  }

  /** @param {Call} call */
  function curlOf({ path, query, body, file }) {
    const quoted = (/** @type {string} */ text) => `'${text.replaceAll("'", `'\\''`)}'`
    const verb = method === 'GET' || (method === 'POST' && (body || file)) ? '' : `-X ${method} `
    return [
      `curl ${query.length > 0 ? '-G ' : ''}${verb}"${location.origin}${path}"`,
      '-H "Authorization: bearer $TASKWRIGHT_TOKEN"',
      ...query.map(([name, value]) => `--data-urlencode ${quoted(`${name}=${value}`)}`),
      ...(body ? [`--json ${quoted(JSON.stringify(body, null, 2).replaceAll('\n', '\n  '))}`] : []),
      ...(file ? [`-H ${quoted(`X-File-Name: ${file.name}`)}`, `--data-binary ${quoted(`@${file.name}`)}`] : []),
    ].join(' \\\n  ')
  }

  /** @param {string} selector */
  function part(selector) {
    return /** @type {HTMLElement} */ (panel.querySelector(selector))
  }
}

/** @param {HTMLElement} field */
const controls = (field) =>
  /** @type {HTMLInputElement[]} */ ([...field.querySelectorAll('input, textarea, select:not(.pick)')])

/** What a field says; undefined where it says nothing. @param {HTMLElement} field */
function saidBy(field) {
  const [first, ...others] = controls(field)
  if (!first) return undefined
  if (field.dataset.kind === 'ticked') {
    const ticked = [first, ...others].filter((box) => box.checked).map((box) => box.value)
    return ticked.length > 0 ? ticked : undefined
  }
  first.setCustomValidity('')
  const text = first.value.trim()
  if (text === '') return undefined
  if (field.dataset.kind === 'ids')
    return field.dataset.place === 'path' ? text.replaceAll(' ', '') : text.split(/[\s,]+/)
  if (field.dataset.kind === 'number') return Number(text)
  if (field.dataset.kind === 'switch') return text === 'true'
  if (field.dataset.kind !== 'json') return text
  try {
    return JSON.parse(text)
  } catch (error) {
    first.setCustomValidity(`This is no JSON: ${error instanceof Error ? error.message : ''}`)
    first.closest('details')?.setAttribute('open', '')
    return undefined
  }
}

const telling = ['X-Error-Hint', 'X-Request-Id', 'RateLimit', 'Retry-After', 'Deprecation', 'Sunset']

/** @param {Response} response */
function factsOf(response) {
  return telling.flatMap((name) => {
    const value = response.headers.get(name)
    if (value === null) return []
    const row = document.createElement('div')
    const [term, says] = [document.createElement('dt'), document.createElement('dd')]
    term.textContent = name
    says.textContent = value
    row.append(term, says)
    return [row]
  })
}

/**
 * @param {Response} response
 * @param {Blob} blob
 */
const fileNote = (response, blob) =>
  `A file of ${blob.size} bytes: ${response.headers.get('content-type')}\n${response.headers.get('content-disposition') ?? ''}`

/** @param {Record<string, unknown>} row */
const nameOf = (row) =>
  String(
    row.title || row.name || [row.firstName, row.lastName].filter(Boolean).join(' ') || row.text || row.email || row.id,
  ).slice(0, 80)
