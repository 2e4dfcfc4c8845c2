import { command } from './command.ts'

export const start = command({
  name: 'start',
  says: 'Starts the server, as npm start does.',
  options: {},
  run: async () => {
    await import('../main.ts')
  },
})
