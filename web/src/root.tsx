import { createRootRoute } from '@tanstack/react-router'
import { Frame } from './parts/frame.tsx'
import { Failed, NoSuchPage } from './parts/not-here.tsx'

/** The frame around all pages; each folder of `pages/` brings its routes below it. */
export const root = createRootRoute({ component: Frame, notFoundComponent: NoSuchPage, errorComponent: Failed })
