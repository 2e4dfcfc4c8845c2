/**
 * Hits below the search field as one types: plain links, so that they can be opened in every way links can. The index is
 * loaded when somebody begins. `/` goes to the field, arrows walk through the hits, Escape comes back.
 *
 * @typedef {import('./ranking.browser.js').Entry} Entry
 */
const field = /** @type {HTMLInputElement} */ (document.getElementById('search'))
const form = /** @type {HTMLFormElement} */ (field.form)

const hits = document.createElement('div')
hits.className = 'hits'
hits.hidden = true
const list = document.createElement('ul')
const told = document.createElement('p')
told.className = 'unseen'
told.setAttribute('role', 'status')
hits.append(list)
form.after(hits, told)

/** @type {Promise<(query: string) => Entry[]> | undefined} */
let loading

/** @returns {Promise<(query: string) => Entry[]>} */
async function load() {
  const [{ rank }, response] = await Promise.all([
    import(String(field.dataset.ranking)),
    fetch(String(field.dataset.index)),
  ])
  const entries = await response.json()
  return (query) => rank(entries, query, 12)
}

async function show() {
  const query = field.value
  loading ??= load()
  // Without the index the form still works.
  const find = await loading.catch(() => undefined)
  if (!find || field.value !== query) return
  const found = find(query)
  list.replaceChildren(...found.map(line))
  hits.hidden = found.length === 0
  told.textContent =
    query.trim() === '' ? '' : found.length === 0 ? 'Nothing found' : `${found.length} hits, arrow down goes to them`
}

/** @param {Entry} entry */
function line({ title, address, kind, says, paths }) {
  const item = document.createElement('li')
  const link = document.createElement('a')
  link.href = address
  const name = document.createElement('span')
  name.className = 'hit-title'
  name.textContent = title
  const where = document.createElement('span')
  where.className = 'hit-kind'
  where.textContent = kind
  const about = document.createElement('span')
  about.className = 'hit-says'
  about.textContent = paths?.length ? `${says} · ${paths[0]}` : says
  link.append(name, ' ', where, ' ', about)
  item.append(link)
  return item
}

function close() {
  hits.hidden = true
}

field.addEventListener('input', show)
field.addEventListener('focus', () => {
  loading ??= load()
})

document.addEventListener('keydown', (event) => {
  const { target, key } = event
  if (key === '/' && !event.ctrlKey && !event.metaKey && !event.altKey) {
    if (target instanceof HTMLElement && target.closest('input, textarea, select, [contenteditable]')) return
    event.preventDefault()
    field.focus()
    field.select()
    return
  }
  if (key === 'ArrowDown' && target === field && hits.hidden) show()
  if (!(target instanceof Node) || hits.hidden || !(hits.contains(target) || target === field)) return
  if (key === 'Escape') {
    event.preventDefault()
    field.focus()
    close()
  }
  if (key !== 'ArrowDown' && key !== 'ArrowUp') return
  event.preventDefault()
  const stops = [field, ...list.querySelectorAll('a')]
  const at = stops.indexOf(/** @type {HTMLInputElement} */ (target))
  stops[(at + (key === 'ArrowDown' ? 1 : stops.length - 1)) % stops.length]?.focus()
})

document.addEventListener('focusin', ({ target }) => {
  if (target instanceof Node && target !== field && !hits.contains(target)) close()
})
document.addEventListener('click', ({ target }) => {
  if (target instanceof Node && target !== field && !hits.contains(target)) close()
})
