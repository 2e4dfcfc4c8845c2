import './data/look.ts'
import { QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { startKeptReads } from './data/kept-reads.ts'
import { startLive } from './data/live/live.ts'
import { memory } from './data/memory.ts'
import { startOutbox } from './data/outbox/sender.ts'
import { keepShell } from './data/shell.ts'
import { applyTheme } from './data/theme.ts'
import './design/index.css'
import { router } from './router.tsx'

startLive(memory)
startOutbox(memory)
startKeptReads(memory)
keepShell()
applyTheme()

createRoot(document.getElementById('app') as HTMLElement).render(
  <StrictMode>
    <QueryClientProvider client={memory}>
      <RouterProvider router={router} />
    </QueryClientProvider>
  </StrictMode>,
)
