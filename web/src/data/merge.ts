import { diff3Merge } from 'node-diff3'
import { blocksOf, isWellFormed, tokensOf } from './rich-tokens.ts'

/** A piece of a merged text: one for both, or two where both wrote something else into the same place. */
export type MergedPart = { text: string } | { mine: string; theirs: string; base: string }

/** Two edits of one text put together. Nothing of either is lost: it is in the text, or in a part that asks. */
export interface Merged {
  parts: readonly MergedPart[]
  /** The text, where nobody has to choose. */
  text: string | undefined
}

/** Puts two edits of a plain text together, word by word. `base` is what whoever wrote `mine` saw when they began. */
export const mergePlain = (base: string, mine: string, theirs: string): Merged =>
  whole(merge(wordsOf(base), wordsOf(mine), wordsOf(theirs)))

/**
 * The same for rich text as the API has it: block by block, and within a block that both have changed word by word, as long as
 * what comes of it is well-formed.
 */
export function mergeRich(base: string, mine: string, theirs: string): Merged {
  const parts = merge(blocksOf(base), blocksOf(mine), blocksOf(theirs)).map((part): MergedPart => {
    if ('text' in part) return part
    const inside = whole(merge(tokensOf(part.base), tokensOf(part.mine), tokensOf(part.theirs)))
    return inside.text !== undefined && isWellFormed(inside.text) ? { text: inside.text } : part
  })
  return whole(parts)
}

export type Side = 'mine' | 'theirs' | 'both'

/** The text that comes of a choice for each part that asks, in order. Both: mine first. */
export function chosen({ parts }: Merged, sides: readonly Side[], between = ''): string {
  let at = 0
  return parts
    .map((part) => {
      if ('text' in part) return part.text
      const side = sides[at++] ?? 'both'
      return side === 'both' ? [part.mine, part.theirs].filter(Boolean).join(between) : part[side]
    })
    .join('')
}

function merge(base: readonly string[], mine: readonly string[], theirs: readonly string[]): MergedPart[] {
  const regions = diff3Merge<string>([...mine], [...base], [...theirs], { excludeFalseConflicts: true })
  return regions.map(({ ok, conflict }) =>
    ok
      ? { text: ok.join('') }
      : { mine: conflict?.a.join('') ?? '', theirs: conflict?.b.join('') ?? '', base: conflict?.o.join('') ?? '' },
  )
}

const whole = (parts: readonly MergedPart[]): Merged => ({
  parts,
  text: parts.every((part) => 'text' in part)
    ? parts.map((part) => ('text' in part ? part.text : '')).join('')
    : undefined,
})

const wordsOf = (text: string): string[] => text.match(/\s+|[^\s]+/g) ?? []
