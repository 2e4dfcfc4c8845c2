import { command } from './command.ts'

export const migrateCommand = command({
  name: 'migrate',
  says: 'Brings the database up to date. The server does so too when it starts.',
  options: {},
  run: async (_given, session) => {
    // Whoever opens the database migrates it.
    await session.store()
    session.print('The database is up to date')
  },
})
