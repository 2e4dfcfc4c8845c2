import { openStoreBeside, type Store } from '#database/connect.ts'
import { migrate } from '#database/migrate.ts'
import { comingFrom } from '#events/origin.ts'
import { refuseEarlyEnds } from '#releases/publication.ts'
import { loadSettings } from '#settings.ts'
import { accountCreate } from './account-create.ts'
import { accountCurrency } from './account-currency.ts'
import { accountPlan } from './account-plan.ts'
import { appCreate } from './app-create.ts'
import { appLimit, appList, appResume, appSuspend } from './app-support.ts'
import { type Command, readArguments, UsageError } from './command.ts'
import { contractAnnounce } from './contract-announce.ts'
import { commandHelp, overview } from './help.ts'
import { migrateCommand } from './migrate.ts'
import { openapi } from './openapi.ts'
import { start } from './start.ts'
import { tokenCreate } from './token-create.ts'
import { userCreate } from './user-create.ts'

const commands: readonly Command[] = [
  start,
  migrateCommand,
  accountCreate,
  accountPlan,
  accountCurrency,
  userCreate,
  appCreate,
  appList,
  appSuspend,
  appResume,
  appLimit,
  tokenCreate,
  contractAnnounce,
  openapi,
]

try {
  await run(process.argv.slice(2))
} catch (error) {
  if (error instanceof UsageError) console.error(`${error.message}. Try --help`)
  else console.error(error instanceof Error && process.env.LOG_LEVEL !== 'debug' ? error.message : error)
  process.exitCode = error instanceof UsageError ? 2 : 1
}

async function run(args: string[]): Promise<void> {
  const found = commands.find(({ name }) => name === args.slice(0, words(name)).join(' '))
  if (!found) {
    if (args.length > 0 && !asksHelp(args)) throw new UsageError(`There is no command ${args.slice(0, 2).join(' ')}`)
    console.log(overview(commands))
    return
  }
  const rest = args.slice(words(found.name))
  if (asksHelp(rest)) console.log(commandHelp(found))
  else await carryOut(found, readArguments(found, rest))
}

/** Opens the database if the command asks for it, beside a running server if there is one, and closes it again. */
async function carryOut(command: Command, given: Record<string, unknown>): Promise<void> {
  const settings = loadSettings()
  let opened: Store | undefined
  const storeAsItIs = async () => {
    opened ??= await openStoreBeside(settings)
    return opened
  }
  const store = async () => {
    const { database } = await storeAsItIs()
    await refuseEarlyEnds(database)
    await migrate(database)
    return opened as Store
  }
  try {
    const session = { settings, store, storeAsItIs, print: (text: string) => console.log(text) }
    await comingFrom({ source: 'command' }, () => command.run(given as never, session))
  } finally {
    await opened?.close()
  }
}

function words(name: string): number {
  return name.split(' ').length
}

function asksHelp(args: string[]): boolean {
  return args.includes('--help') || args.includes('-h') || args[0] === 'help'
}
