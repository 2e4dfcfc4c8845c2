import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { chosen, type Merged, mergePlain, mergeRich } from '../src/data/merge.ts'
import { blocksOf, isWellFormed } from '../src/data/rich-tokens.ts'

/** A line of words that are all different, and edits that replace, delete and insert words of their own. */
const word = (of: string) => fc.integer({ min: 0, max: 1e6 }).map((number) => `${of}${number}`)
const base = fc.uniqueArray(word('b'), { minLength: 1, maxLength: 12 })
type Edit = { at: number; act: 'replace' | 'delete' | 'insert'; word: string }
const editsOf = (side: string) =>
  fc.array(fc.record({ at: fc.nat(11), act: fc.constantFrom('replace', 'delete', 'insert'), word: word(side) }), {
    maxLength: 5,
  }) as fc.Arbitrary<Edit[]>

function edited(words: readonly string[], edits: readonly Edit[]): string[] {
  const result = words.map((one) => [one])
  for (const { at, act, word: own } of edits) {
    const place = at % words.length
    if (act === 'insert') result[place]?.unshift(own)
    else result[place] = act === 'delete' ? [] : [own]
  }
  return result.flat()
}

const plain = (words: readonly string[]) => words.join(' ')
/** Three words a paragraph, the second one bold. */
const rich = (words: readonly string[]) => {
  const blocks: string[] = []
  for (let at = 0; at < words.length; at += 3)
    blocks.push(
      `<p>${words
        .slice(at, at + 3)
        .map((one, place) => (place === 1 ? `<b>${one}</b>` : one))
        .join(' ')}</p>`,
    )
  return blocks.join('')
}
const everything = ({ parts }: Merged) =>
  parts.map((part) => ('text' in part ? part.text : part.mine + part.theirs)).join(' ')
const kinds = [
  ['plain text', mergePlain, plain],
  ['rich text', mergeRich, rich],
] as const

describe.each(kinds)('two edits of %s', (_kind, merge, text) => {
  test('with one of them empty are the other one', () => {
    fc.assert(
      fc.property(base, editsOf('m'), (words, edits) => {
        const [before, after] = [text(words), text(edited(words, edits))]
        expect(merge(before, after, before).text).toBe(after)
        expect(merge(before, before, after).text).toBe(after)
        expect(merge(before, after, after).text).toBe(after)
      }),
    )
  })

  test('lose no word that either side has written', () => {
    fc.assert(
      fc.property(base, editsOf('m'), editsOf('t'), (words, mine, theirs) => {
        const [one, other] = [edited(words, mine), edited(words, theirs)]
        const all = everything(merge(text(words), text(one), text(other)))
        for (const own of [...one, ...other].filter((each) => !words.includes(each))) expect(all).toContain(own)
      }),
    )
  })

  test('keep every word that both have left alone', () => {
    fc.assert(
      fc.property(base, editsOf('m'), editsOf('t'), (words, mine, theirs) => {
        const [one, other] = [edited(words, mine), edited(words, theirs)]
        const merged = merge(text(words), text(one), text(other))
        const all = everything(merged)
        for (const kept of words.filter((each) => one.includes(each) && other.includes(each)))
          expect(all).toContain(kept)
      }),
    )
  })

  test('at different places are both there, and nobody is asked', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(word('b'), { minLength: 9, maxLength: 15 }),
        word('m'),
        word('t'),
        (words, mine, theirs) => {
          const one = text(words.with(0, mine))
          const other = text(words.with(-1, theirs))
          expect(merge(text(words), one, other).text).toBe(text(words.with(0, mine).with(-1, theirs)))
        },
      ),
    )
  })

  test('of the same word ask, and either can be chosen, or both', () => {
    fc.assert(
      fc.property(base, word('m'), word('t'), (words, mine, theirs) => {
        const [one, other] = [text(words.with(0, mine)), text(words.with(0, theirs))]
        const merged = merge(text(words), one, other)
        expect(merged.text).toBeUndefined()
        expect(chosen(merged, ['mine'])).toBe(one)
        expect(chosen(merged, ['theirs'])).toBe(other)
        expect(chosen(merged, ['both'])).toContain(mine)
        expect(chosen(merged, ['both'])).toContain(theirs)
      }),
    )
  })
})

test('what comes of rich text is well-formed, whatever is chosen', () => {
  const side = fc.constantFrom('mine', 'theirs', 'both' as const)
  fc.assert(
    fc.property(base, editsOf('m'), editsOf('t'), fc.array(side, { maxLength: 6 }), (words, mine, theirs, sides) => {
      const merged = mergeRich(rich(words), rich(edited(words, mine)), rich(edited(words, theirs)))
      expect(isWellFormed(chosen(merged, sides as never))).toBe(true)
    }),
  )
})

test('marks that overlap ask rather than being nested wrongly', () => {
  const merged = mergeRich('<p>one two three</p>', '<p><b>one two</b> three</p>', '<p>one <i>two three</i></p>')
  expect(merged.text).toBeUndefined()
  expect(chosen(merged, ['mine'])).toBe('<p><b>one two</b> three</p>')
})

test('items that two people add to one list at different places are both there', () => {
  const list = (...items: string[]) => `<ul>${items.map((item) => `<li>${item}</li>`).join('')}</ul>`
  const before = list('soil', 'seeds', 'water')
  expect(mergeRich(before, list('gloves', 'soil', 'seeds', 'water'), list('soil', 'seeds', 'water', 'sun')).text).toBe(
    list('gloves', 'soil', 'seeds', 'water', 'sun'),
  )
})

test('text without blocks is what an editor makes of it: a paragraph with breaks', () => {
  expect(blocksOf('One<br />two <b>three</b><ul><li>four</li></ul>five')).toEqual([
    '<p>One<br>two <b>three</b></p>',
    '<ul><li>four</li></ul>',
    '<p>five</p>',
  ])
  expect(mergeRich('One<br />two', '<p>One<br>two more</p>', 'First<br />two').text).toBe('<p>First<br>two more</p>')
})
