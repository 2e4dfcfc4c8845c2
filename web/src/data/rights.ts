import { queryPermissions } from '@taskwright/sdk'
import { useMemo } from 'react'
import { useRead } from './api.ts'
import type { ViewPlace } from './view.ts'

/**
 * What somebody may do to the tasks of a place by the role they have there. A task that is shared with them by itself may allow
 * more: its panel knows.
 */
export interface Rights {
  create: boolean
  edit: boolean
  changeStatus: boolean
  /** Deleting, and moving to other places. */
  remove: boolean
}

/** Of many places at once, and where it is not known: what is too much the server refuses. */
const all: Rights = { create: true, edit: true, changeStatus: true, remove: true }

/** Undefined while it is read: what may not be done is never offered. */
export function useRights(place: ViewPlace): Rights | undefined {
  const folderIds = place === 'all' ? [] : [place.id]
  const { data, error } = useRead(queryPermissions, { folderIds }, { enabled: place !== 'all' })
  const actions = data?.[0]?.permissions
  return useMemo(() => {
    if (place === 'all') return { ...all, create: false }
    if (!actions) return error || data ? all : undefined
    // Each by an action on the place that asks for the same role.
    return {
      create: actions.includes('createTask'),
      edit: actions.includes('createTask'),
      changeStatus: actions.includes('attach'),
      remove: actions.includes('move'),
    }
  }, [place, actions, data, error])
}
