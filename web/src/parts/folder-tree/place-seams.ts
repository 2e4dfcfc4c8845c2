import type { ComponentType } from 'react'
import type { IconName } from '../icon.tsx'

/** Something that another part of the app can do with a place: a line of its menu, and what it opens. */
export interface PlaceSeam {
  /** Its own name among them. */
  what: string
  icon: IconName
  label: () => string
  /** It is offered to those who may do this. */
  action: string
  /** Drawn over the page until it says that it is done. */
  Opened: ComponentType<{ folderId: string; onClose: () => void }>
}

/** In the order of the menu. Sharing adds itself here. */
export const placeSeams: readonly PlaceSeam[] = []
