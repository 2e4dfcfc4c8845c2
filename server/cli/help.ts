import { settings } from '#settings.ts'
import type { Command, Option } from './command.ts'

const start = 'npm run --silent taskwright --'

/** The overview: all commands, and the settings that all of them read. */
export function overview(commands: readonly Command[]): string {
  return `Taskwright on the command line. Commands work beside a running server, and without one.

Usage: ${start} COMMAND [OPTIONS]

Commands:
${table(commands.map(({ name, says }) => [name, says]))}

Each command explains itself: ${start} COMMAND --help

Settings, from the environment or a file .env:
${table(Object.entries(settings).map(([name, { meaning, fallback }]) => [name, fallback ? `${meaning} (${fallback})` : meaning]))}`
}

/** What one command does, and its options. */
export function commandHelp({ name, says, options }: Command): string {
  const rows = Object.entries(options).map(([option, described]) => [signature(option, described), meaning(described)])
  return `${says}

Usage: ${[start, name, ...Object.entries(options).map(usage)].join(' ')}${rows.length > 0 ? `\n\nOptions:\n${table(rows)}` : ''}`
}

function usage([option, described]: [string, Option]): string {
  const text = signature(option, described)
  return described.required ? text : `[${text}${described.several ? ' ...' : ''}]`
}

const signature = (option: string, { value }: Option) => (value ? `--${option} ${value}` : `--${option}`)

const meaning = ({ says, required, several }: Option) =>
  `${says}${required ? ' (required)' : ''}${several ? ' (may be repeated)' : ''}`

function table(rows: string[][]): string {
  const width = Math.max(...rows.map(([left = '']) => left.length))
  return rows.map(([left = '', right = '']) => `  ${left.padEnd(width)}  ${right}`).join('\n')
}
