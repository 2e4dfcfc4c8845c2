import { search } from '@taskwright/sdk'
import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import { useRows } from '../../data/api.ts'
import { useViewFacts } from '../../data/view-facts.ts'
import { plural, words } from '../../language/words.ts'
import { Empty } from '../../parts/empty.tsx'
import { Fault } from '../../parts/fault.tsx'
import { Icon } from '../../parts/icon.tsx'
import { Filters } from './filters.tsx'
import { Found } from './found.tsx'
import { inputOf, isFiltered, type Question } from './question.ts'
import { searchRoute } from './routes.ts'
import './search.css'

const t = words('search', {
  title: 'Search',
  words: 'Words to look for',
  hint: 'Titles, descriptions, comments, files',
  begin: 'What are you looking for?',
  ways: 'All words have to be there; the last may be the beginning of one. “two words” in quotes stand together, -word must not be there.',
  nothing: 'Nothing has these words.',
  fewer: 'Try fewer words, or the beginning of one.',
  noFilters: 'Search without filters',
  more: 'Show more',
  looking: 'Looking …',
  count: ({ count }: { count: number }) => plural(count, { one: '# found', other: '# found' }),
})

/** Finds tasks and places by their words; what is asked stands in the address. */
export function SearchPage() {
  const asked = searchRoute.useSearch()
  const navigate = searchRoute.useNavigate()
  const facts = useViewFacts()
  const input = facts && inputOf(asked, facts.viewer)
  const found = useRows(search, input ?? { text: '' }, { enabled: input !== undefined, keepsLast: true })
  const results = useRef<HTMLOListElement>(null)
  const ask = (changes: { [N in keyof Question]?: Question[N] | undefined }) =>
    void navigate({
      search: (before) =>
        Object.fromEntries(
          Object.entries({ ...before, ...changes }).filter(([, value]) => value !== undefined),
        ) as Question,
      replace: true,
    })
  /** Arrow keys lead from the field into what was found, through it, and back. */
  const onKeyDown = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    const links = [...(results.current?.querySelectorAll<HTMLElement>('a.found-title') ?? [])]
    const at = links.indexOf(document.activeElement as HTMLElement)
    const isField = event.target instanceof HTMLInputElement
    if (!step || (!isField && at < 0)) return
    event.preventDefault()
    const next = links[at + step]
    if (next) next.focus()
    else if (at === 0) document.querySelector<HTMLElement>('.search-field input')?.focus()
  }
  const { rows = [], count } = input ? (found.data ?? {}) : {}
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the arrow keys of the field and the links within
    <div className="page search" onKeyDown={onKeyDown}>
      <header>
        <h1>{t.title}</h1>
      </header>
      <search className="search-field">
        <Icon name="search" />
        <Field text={asked.text ?? ''} onAsk={(text) => ask({ text: text || undefined })} />
      </search>
      {facts && <Filters asked={asked} onAsk={ask} />}
      <div className="search-found" aria-busy={found.isFetching}>
        <p className="quiet" role="status">
          {input &&
            (found.isFetching && !found.data ? t.looking : count !== undefined && count > 0 && t.count({ count }))}
        </p>
        <Fault error={input && found.error} onRetry={() => void found.refetch()} />
        {!input && (
          <Empty icon="search" title={t.begin}>
            <p>{t.ways}</p>
          </Empty>
        )}
        {input && found.data && rows.length === 0 && (
          <Empty icon="search" title={t.nothing}>
            <p>{t.fewer}</p>
            {isFiltered(asked) && (
              <button
                type="button"
                className="secondary small"
                onClick={() => void navigate({ search: { text: asked.text ?? '' } })}
              >
                {t.noFilters}
              </button>
            )}
          </Empty>
        )}
        <ol ref={results} className="search-results">
          {rows.map((hit) => (
            <Found key={hit.taskId ?? hit.folderId} hit={hit} />
          ))}
        </ol>
        {input && found.hasNextPage && (
          <button
            type="button"
            className="secondary"
            disabled={found.isFetching}
            onClick={() => void found.fetchNextPage()}
          >
            {t.more}
          </button>
        )}
      </div>
    </div>
  )
}

/** Nothing is looked for while somebody is still typing. */
const restMs = 200

function Field({ text, onAsk }: { text: string; onAsk: (text: string) => void }) {
  const [typed, setTyped] = useState(text)
  const sent = useRef(text)
  // Another address, as by going back, is shown; what was just typed is not taken away by what was asked before.
  useEffect(() => {
    if (text === sent.current) return
    sent.current = text
    setTyped(text)
  }, [text])
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is typed is what it waits for
  useEffect(() => {
    if (typed === sent.current) return
    const timer = setTimeout(() => {
      sent.current = typed
      onAsk(typed)
    }, restMs)
    return () => clearTimeout(timer)
  }, [typed])
  return (
    <input
      // biome-ignore lint/a11y/noAutofocus: who comes here wants to type
      autoFocus
      type="search"
      aria-label={t.words}
      placeholder={t.hint}
      value={typed}
      maxLength={500}
      onChange={({ target }) => setTyped(target.value)}
    />
  )
}
