import { useNavigate, useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { Button, Collection, type Key, Tree, TreeItem, TreeItemContent } from 'react-aria-components'
import { type Place, type Places, placesAbove, usePlaces } from '../data/folders.ts'

/** Spaces, folders and projects. Arrow keys move and open, Enter goes there, letters search. */
export function FolderTree() {
  const places = usePlaces()
  if (!places) return <p className="quiet">Reading …</p>
  if (places.roots.length === 0) return <p className="empty">Nothing is shared with you yet.</p>
  return <Branches places={places} />
}

function Branches({ places }: { places: Places }) {
  const navigate = useNavigate()
  const { folderId } = useParams({ strict: false })
  const [expanded, setExpanded] = useState<Set<Key>>(() => {
    const above = folderId ? placesAbove(places, folderId).map(({ id }) => id) : []
    return new Set([...places.roots, ...above.map((_, depth) => above.slice(0, depth + 1).join('/'))])
  })
  return (
    <Tree
      className="tree"
      aria-label="Spaces and folders"
      expandedKeys={expanded}
      onExpandedChange={setExpanded}
      onAction={(key) =>
        navigate({ to: '/folder/$folderId', params: { folderId: String(key).split('/').at(-1) as string } })
      }
    >
      {places.roots.map((id) => (
        <Branch key={id} id={id} places={places} current={folderId} above={[]} />
      ))}
    </Tree>
  )
}

interface BranchProps {
  id: string
  places: Places
  current: string | undefined
  /** Ids of the branches it is on: a folder may lie in several, and a row needs a key of its own in each. */
  above: readonly string[]
}

function Branch({ id, places, current, above }: BranchProps) {
  const place = places.byId.get(id) as Place
  const children = place.childIds.filter((child) => places.byId.has(child) && !above.includes(child) && child !== id)
  return (
    <TreeItem id={[...above, id].join('/')} textValue={place.title}>
      <TreeItemContent>
        {({ hasChildItems }) => (
          <div className={id === current ? 'tree-row current' : 'tree-row'}>
            {hasChildItems ? (
              <Button slot="chevron">
                <span className="chevron" aria-hidden="true">
                  ›
                </span>
              </Button>
            ) : (
              <span className="leaf" />
            )}
            <span className="title">{place.title}</span>
            {place.kind === 'project' && <span className="unseen">, project</span>}
          </div>
        )}
      </TreeItemContent>
      <Collection items={children.map((child) => ({ id: [...above, id, child].join('/'), child }))}>
        {({ child }) => <Branch id={child} places={places} current={current} above={[...above, id]} />}
      </Collection>
    </TreeItem>
  )
}
