import type { Caller } from '#access/caller.ts'
import { connectionOf } from '#access/connection.ts'
import { seesFolder } from '#access/visible.ts'
import { sql } from '#database/sql.ts'
import { endSign, startSign } from './marked.ts'
import type { Hit } from './queries.ts'
import type { Words } from './words.ts'

/** What is shown of a hit beside its row. */
export interface Excerpt {
  /** With signs around what was found. */
  title: string
  text: string
  /** Of a file: its name, whose words the text has apart. */
  name: string | null
  parents: number[]
}

/** Beyond so many characters nothing is marked: making an excerpt reads the whole text. */
const longestText = 50_000

/** Without tags: those within a line leave nothing behind, the others a blank. */
const untagged = sql`left(regexp_replace(regexp_replace(left(found.text, ${2 * longestText}),
  '</?(a|b|i|u|s|em|strong|span|code|mark|sub|sup)( [^>]*)?>', '', 'gi'), '<[^>]*>', ' ', 'g'), ${longestText})`
/** The words of a file's name, sign by sign where they are in it. */
const apart = sql`translate(found.text, '._-', '   ')`

/** Excerpts of a page of hits, one query for all. */
export async function excerptsOf(caller: Caller, words: Words, hits: readonly Hit[]): Promise<Map<Hit, Excerpt>> {
  if (hits.length === 0) return new Map()
  const signs = `StartSel=${startSign},StopSel=${endSign}`
  const bare = (text: ReturnType<typeof sql>) => sql`translate(${text}, ${startSign + endSign}, '')`
  const { rows } = await sql<{ at: number; title: string; text: string; name: string | null; parents: number[] }>`
    select hit.at,
      ts_headline('simple', ${bare(sql`hit.title`)}, ${words.plain}, ${`${signs},HighlightAll=true`}) as title,
      case hit.source when 'attachment' then ts_headline('simple', ${bare(apart)}, ${words.plain}, ${`${signs},HighlightAll=true`})
        else ts_headline('simple', ${bare(untagged)}, ${words.plain}, ${`${signs},MaxFragments=1,MaxWords=32,MinWords=12,ShortWord=0`}) end as text,
      case hit.source when 'attachment' then found.text end as name,
      ${parentsOf(caller)} as parents
    from unnest(${hits.map(({ number }) => number)}::bigint[], ${hits.map(({ kind }) => kind === 'Task')}::boolean[],
      ${hits.map(({ source }) => source)}::text[], ${hits.map(({ foundId }) => foundId)}::bigint[],
      ${hits.map(({ title }) => title)}::text[]) with ordinality as hit (item_id, is_task, source, found_id, title, at)
    cross join lateral (select coalesce(${foundText(caller)}, '') as text) found`.execute(connectionOf(caller))
  return new Map(rows.map((row) => [hits[row.at - 1] as Hit, row]))
}

/** The text that was found, by its source. */
const foundText = ({ accountId }: Caller) => sql`
  case hit.source
    when 'comment' then (select c.text from comment c where c.account_id = ${accountId} and c.comment_id = hit.found_id)
    when 'attachment' then (select a.name from attachment a where a.account_id = ${accountId} and a.attachment_id = hit.found_id)
    else case when hit.is_task
      then (select t.description from task t where t.account_id = ${accountId} and t.task_id = hit.found_id)
      else (select f.description from folder f where f.account_id = ${accountId} and f.folder_id = hit.found_id) end
  end`

/** Folders that it is directly in and that the caller sees. */
const parentsOf = (caller: Caller) => sql`
  case when hit.is_task then array(
    select p.folder_id from task_placement p
    where p.account_id = ${caller.accountId} and p.task_id = hit.item_id and p.direct and p.deleted_with is null
      and ${seesFolder(caller, sql.ref('p.folder_id'))} order by 1)
  else array(
    select p.parent_id from folder_parent p
    where p.account_id = ${caller.accountId} and p.folder_id = hit.item_id and p.deleted_with is null
      and ${seesFolder(caller, sql.ref('p.parent_id'))} order by 1) end`
