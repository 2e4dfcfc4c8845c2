import { parseArgs } from 'node:util'
import type { Store } from '#database/connect.ts'
import type { Settings } from '#settings.ts'

/** An option of a command: the sign for its value in the help (none for a switch), and what it means. */
export interface Option {
  value?: string
  says: string
  required?: true
  /** May be given several times. */
  several?: true
}

/** What a command works with. The database is opened when it is asked for. */
export interface Session {
  readonly settings: Settings
  store(): Promise<Store>
  /** The database as it is, neither checked nor migrated: an older server may own it. */
  storeAsItIs(): Promise<Store>
  print(text: string): void
}

/** The options of a command as they were given. */
export type Given<O extends Record<string, Option>> = {
  [N in keyof O]: O[N] extends { several: true }
    ? string[]
    : O[N] extends { value: string }
      ? O[N] extends { required: true }
        ? string
        : string | undefined
      : boolean
}

/** A command of the command line. */
export interface Command {
  name: string
  says: string
  options: Record<string, Option>
  run(given: never, session: Session): Promise<void>
}

/** A command called in a way that it can't be; the message says what is missing or wrong. */
export class UsageError extends Error {}

/** Something a person can mend, said in one line. */
export class CommandFault extends Error {}

/** Describes a command; its options decide the type of what `run` gets. */
export function command<const O extends Record<string, Option>>(described: {
  name: string
  says: string
  options: O
  run(given: Given<O>, session: Session): Promise<void>
}): Command {
  return described
}

/**
 * Reads the arguments of a command.
 *
 * @throws {UsageError} naming the option that is unknown, missing or without a value.
 */
export function readArguments({ name, options }: Command, args: string[]): Record<string, unknown> {
  const values = parse(name, options, args)
  const missing = Object.keys(options).filter((option) => options[option]?.required && !filled(values[option]))
  if (missing.length > 0) throw new UsageError(`${name} needs ${missing.map((option) => `--${option}`).join(' and ')}`)
  return Object.fromEntries(
    Object.entries(options).map(([option, { several, value }]) => [
      option,
      several ? (values[option] ?? []) : value ? values[option] : values[option] === true,
    ]),
  )
}

function parse(name: string, options: Record<string, Option>, args: string[]): Record<string, unknown> {
  try {
    const known = Object.entries(options).map(([option, { value, several }]) => [
      option,
      { type: value ? ('string' as const) : ('boolean' as const), multiple: several === true },
    ])
    return parseArgs({ args, options: Object.fromEntries(known), strict: true }).values
  } catch (error) {
    throw new UsageError(`${name}: ${(error as Error).message.split('. ')[0]}`)
  }
}

function filled(value: unknown): boolean {
  return Array.isArray(value) ? value.length > 0 : typeof value === 'string' && value.trim() !== ''
}
