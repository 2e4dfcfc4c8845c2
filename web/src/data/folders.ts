import { type FolderTree, queryFolders, querySpaces, type Space } from '@taskwright/sdk'
import { useMemo } from 'react'
import { useRead } from './api.ts'

/** A space, folder or project as the tree shows it. */
export interface Place {
  id: string
  title: string
  kind: 'space' | 'folder' | 'project'
  childIds: readonly string[]
}

/** Every place that the person sees, by id, and the spaces they begin with. */
export interface Places {
  byId: ReadonlyMap<string, Place>
  /** Spaces by title, the personal one first; then what is shared without its space. */
  roots: readonly string[]
}

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
  const byId = new Map<string, Place>(
    shown.map(({ id, title, project, space, childIds = [] }) => [
      id,
      { id, title, kind: space ? 'space' : project ? 'project' : 'folder', childIds },
    ]),
  )
  const inside = new Set(shown.flatMap(({ childIds = [] }) => childIds))
  const roots = [...byId.values()]
    .filter(({ id, kind }) => kind === 'space' || !inside.has(id))
    .sort(
      (a, b) =>
        Number(personal.has(b.id)) - Number(personal.has(a.id)) ||
        Number(b.kind === 'space') - Number(a.kind === 'space') ||
        a.title.localeCompare(b.title),
    )
  return { byId, roots: roots.map(({ id }) => id) }
}

/** The places above one, the outermost first; by one way where there are several. */
export function placesAbove({ byId }: Places, id: string): Place[] {
  const parents = new Map<string, Place>()
  for (const place of byId.values())
    for (const child of place.childIds) if (!parents.has(child)) parents.set(child, place)
  const above: Place[] = []
  for (let at = parents.get(id); at && !above.includes(at); at = parents.get(at.id)) above.unshift(at)
  return above
}
