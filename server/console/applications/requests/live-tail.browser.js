/**
 * The live view of a log: new requests come above those that are there, until it is paused or the page is left. What came
 * is told in words once in a while, so that nobody who listens is talked over.
 */
const live = /** @type {HTMLElement | null} */ (document.querySelector('[data-live]'))
const status = live?.querySelector('[role="status"]')
const body = document.querySelector('#log tbody')
const mostRows = 200
const tellEveryMs = 5000

if (live && status && body) {
  const button = document.createElement('button')
  button.type = 'button'
  button.className = 'secondary small'
  live.querySelector('a')?.replaceWith(button)

  /** @type {EventSource | undefined} */
  let source
  let untold = 0
  let newest = body.querySelector('tr')?.getAttribute('data-place') ?? ''

  /** @param {string} text */
  const say = (text) => {
    if (status.textContent !== text) status.textContent = text
  }

  const start = () => {
    const address = new URL(live.dataset.live ?? '', location.href)
    if (newest) address.searchParams.set('after', newest)
    source = new EventSource(address)
    source.addEventListener('open', () => say('Live'))
    source.addEventListener('rows', (event) => add(JSON.parse(event.data)))
    source.addEventListener('over', () => stop('You are signed out, or may no longer see this. Load the page again.'))
    source.addEventListener('error', () => {
      if (source?.readyState === EventSource.CLOSED) stop('The live view has ended. Load the page again.')
      else say('Connecting again …')
    })
    button.textContent = 'Pause'
    say('Connecting …')
  }

  /** @param {string} text */
  const stop = (text) => {
    source?.close()
    source = undefined
    button.textContent = 'Go on'
    say(text)
  }

  /** @param {{ rows: string[], more: boolean }} came oldest first */
  const add = (came) => {
    for (const row of came.rows) body.insertAdjacentHTML('afterbegin', row)
    for (const row of [...body.children].slice(0, came.rows.length)) row.classList.add('new')
    newest = body.querySelector('tr')?.getAttribute('data-place') ?? newest
    while (body.children.length > mostRows) body.lastElementChild?.remove()
    document.querySelector('.log')?.previousElementSibling?.matches('.empty') &&
      document.querySelector('.log')?.previousElementSibling?.remove()
    untold += came.rows.length
    if (came.more) say('Live: more came than is shown here')
  }

  setInterval(() => {
    if (untold === 0 || !source) return
    say(`Live: ${untold} new ${untold === 1 ? 'request' : 'requests'}`)
    untold = 0
  }, tellEveryMs)

  button.addEventListener('click', () => (source ? stop('Paused') : start()))
  start()
}
