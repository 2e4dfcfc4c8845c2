import { type FolderTree, queryFolders, querySpaces, type Space } from '@taskwright/sdk'
import { useMemo } from 'react'
import { collator } from '../language/language.ts'
import { useRead } from './api.ts'

/** A space, folder or project as the tree shows it. */
export interface Place {
  id: string
  title: string
  kind: 'space' | 'folder' | 'project'
  /** By title. */
  childIds: readonly string[]
  /** The places that it lies in, as far as the person sees them. */
  parentIds: readonly string[]
  /** A colour of the API by name, if somebody gave it one. */
  color?: string
  /** Of a project. */
  statusId?: string
  /** The person's own space, which nobody else sees. */
  isPersonal: boolean
}

/** Every place that the person sees, by id, and the spaces they begin with. */
export interface Places {
  byId: ReadonlyMap<string, Place>
  /** Spaces by title, the personal one first; then what is shared without its space. */
  roots: readonly string[]
}

/** What shows places, and is read again when one has changed. */
export const showsPlaces = [queryFolders, querySpaces]

/** The whole tree, or undefined while it is read. */
export function usePlaces(): Places | undefined {
  const spaces = useRead(querySpaces, {})
  const tree = useRead(queryFolders, {})
  return useMemo(
    () => (spaces.data && tree.data ? arrange(spaces.data, tree.data as FolderTree[]) : undefined),
    [spaces.data, tree.data],
  )
}

function arrange(spaces: readonly Space[], folders: readonly FolderTree[]): Places {
  const personal = new Set(spaces.filter(({ accessType }) => accessType === 'Personal').map(({ id }) => id))
  const shown = folders.filter(({ scope }) => scope === 'WsFolder')
  const titles = new Map(shown.map(({ id, title }) => [id, title]))
  const parents = new Map<string, string[]>()
  for (const { id, childIds = [] } of shown)
    for (const child of childIds) parents.set(child, [...(parents.get(child) ?? []), id])
  const byId = new Map<string, Place>(
    shown.map(({ id, title, project, space, color, childIds = [] }) => [
      id,
      {
        id,
        title,
        kind: space ? 'space' : project ? 'project' : 'folder',
        childIds: childIds
          .filter((child) => titles.has(child))
          .sort((a, b) => collator.compare(titles.get(a) as string, titles.get(b) as string)),
        parentIds: parents.get(id) ?? [],
        ...(color && color !== 'None' && { color }),
        ...(project?.customStatusId && { statusId: project.customStatusId }),
        isPersonal: personal.has(id),
      },
    ]),
  )
  const roots = [...byId.values()]
    .filter(({ id, kind }) => kind === 'space' || !parents.has(id))
    .sort(
      (a, b) =>
        Number(b.isPersonal) - Number(a.isPersonal) ||
        Number(b.kind === 'space') - Number(a.kind === 'space') ||
        collator.compare(a.title, b.title),
    )
  return { byId, roots: roots.map(({ id }) => id) }
}

/** The places above one, the outermost first; by one way where there are several. */
export function placesAbove({ byId }: Places, id: string): Place[] {
  const above: Place[] = []
  for (let at = parentOf(byId, id); at && !above.includes(at); at = parentOf(byId, at.id)) above.unshift(at)
  return above
}

const parentOf = (byId: Places['byId'], id: string): Place | undefined => byId.get(byId.get(id)?.parentIds[0] ?? '')

/** Everything below a place, itself too: it cannot be moved into one of these. */
export function placesBelow({ byId }: Places, id: string, found = new Set<string>()): Set<string> {
  if (found.has(id)) return found
  found.add(id)
  for (const child of byId.get(id)?.childIds ?? []) placesBelow({ byId, roots: [] }, child, found)
  return found
}
