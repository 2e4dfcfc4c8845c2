import type { NavigateOptions } from '@tanstack/react-router'

/** The address of a task or a place within the app. */
export const wayTo = (what: 'task' | 'place', id: string): NavigateOptions =>
  what === 'task'
    ? { to: '/task/$taskId', params: { taskId: id } }
    : { to: '/folder/$folderId', params: { folderId: id } }
