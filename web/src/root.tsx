import { createRootRoute } from '@tanstack/react-router'
import { words } from './language/words.ts'
import { Frame } from './parts/frame.tsx'

const t = words('root', { nothing: 'There is no such page.' })

/** The frame around all pages; each folder of `pages/` brings its routes below it. */
export const root = createRootRoute({
  component: Frame,
  notFoundComponent: () => <p className="empty">{t.nothing}</p>,
})
