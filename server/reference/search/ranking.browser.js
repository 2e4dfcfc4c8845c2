/**
 * The order of hits: one function, for the page of hits and for hits as one types.
 *
 * @typedef {{ title: string, address: string, kind: string, says: string, paths?: readonly string[], words?: readonly string[] }} Entry
 */

/**
 * Entries in which every word of the query is found, the best first.
 *
 * @param {readonly Entry[]} entries
 * @param {string} query words, a path (with names or ids in it), a whole address, or a verb and a path
 * @param {number} most
 * @returns {Entry[]}
 */
export function rank(entries, query, most) {
  const words = query
    .trim()
    .split(/[\s,]+/)
    .filter((word) => word !== '')
    .slice(0, 8)
    .map((word) => (word.includes('/') ? pathOf(word) : word.toLowerCase()))
  if (words.length === 0) return []
  return (
    entries
      .map((entry) => ({ entry, score: scoreOf(entry, words) }))
      .filter(({ score }) => score > 0)
      // Equals stay in the order of the reference: what reads comes before what writes.
      .sort((one, other) => other.score - one.score)
      .slice(0, most)
      .map(({ entry }) => entry)
  )
}

/**
 * A path of the API as it is compared: without server and version; names in braces and ids are alike.
 *
 * @param {string} text
 */
function pathOf(text) {
  return text
    .replace(/^https?:\/\/[^/]*/, '')
    .replace(/^\/?api\/v[34]/, '')
    .replace(/\?.*$/, '')
    .split('/')
    .map((part) => (/^\{.*\}$/.test(part) || /^[A-Z0-9,]{8,}$/.test(part) ? '{}' : part.toLowerCase()))
    .join('/')
}

/**
 * @param {Entry} entry
 * @param {readonly string[]} words
 */
function scoreOf(entry, words) {
  let sum = 0
  for (const word of words) {
    const score = word.includes('/') ? scoreOfPath(entry, word) : scoreOfWord(entry, word)
    if (score === 0) return 0
    sum += score
  }
  // What there is today comes before what was.
  return entry.kind.endsWith('v3') ? sum - 1 : sum
}

/**
 * @param {Entry} entry
 * @param {string} word
 */
function scoreOfPath({ paths = [] }, word) {
  let best = 0
  for (const path of paths.map((one) => pathOf(one.slice(one.indexOf('/'))))) {
    if (path === word) best = Math.max(best, 100)
    else if (path.startsWith(word)) best = Math.max(best, 60 + (10 * word.length) / path.length)
    else if (path.includes(word)) best = Math.max(best, 40)
  }
  return best
}

/**
 * @param {Entry} entry
 * @param {string} word in lower case
 */
function scoreOfWord({ title, says, paths = [], words = [] }, word) {
  const name = title.toLowerCase()
  if (name === word) return 100
  if (name.startsWith(word)) return 60 + (10 * word.length) / name.length
  if (title.split(/(?=[A-Z])|\s/).some((part) => part.toLowerCase().startsWith(word))) return 50
  if (words.some((one) => one.toLowerCase() === word)) return 30
  if (paths.some((path) => path.toLowerCase().startsWith(`${word} `))) return 20
  if (says.toLowerCase().includes(word) || name.includes(word)) return 20
  if (words.some((one) => one.toLowerCase().startsWith(word))) return 10
  return paths.some((path) => path.toLowerCase().includes(word)) ? 5 : 0
}
