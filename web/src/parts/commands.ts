import { useEffect, useRef, useSyncExternalStore } from 'react'
import type { IconName } from './icon.tsx'

/** Something that can be done from anywhere: in the palette by its name, and by its keys where it has some. */
export interface Command {
  /** Its own among all: "new-task". */
  id: string
  title: string
  /** Other words that somebody may type for it. */
  also?: string
  icon?: IconName
  /** A letter ("n"), or letters one after another ("g i"); they count while nothing is typed into a field. */
  keys?: string
  run: () => void
}

let registered: ReadonlyMap<string, Command> = new Map()
const watchers = new Set<() => void>()

function become(next: ReadonlyMap<string, Command>): void {
  registered = next
  for (const watcher of watchers) watcher()
}

/**
 * Offers commands as long as the component is there: in the palette, among the keyboard shortcuts, and by their keys. A page
 * offers what can be done on it; what is offered later stands first.
 *
 * @example useCommands([{ id: 'new-rule', title: t.newRule, icon: 'add', keys: 'r', run: () => setOpen(true) }])
 */
export function useCommands(commands: readonly Command[]): void {
  const now = useRef(commands)
  now.current = commands
  const said = commands.map(({ id, title, keys = '', also = '' }) => [id, title, keys, also].join('\t')).join('\n')
  // biome-ignore lint/correctness/useExhaustiveDependencies: offered anew when what is said of them changes; they run as they are then
  useEffect(() => {
    const offered = now.current.map((command): [string, Command] => [
      command.id,
      { ...command, run: () => now.current.find(({ id }) => id === command.id)?.run() },
    ])
    become(new Map([...offered, ...registered]))
    return () => become(new Map([...registered].filter(([id]) => !offered.some(([own]) => own === id))))
  }, [said])
}

/** All commands that are offered now. */
export const useAllCommands = (): readonly Command[] => [
  ...useSyncExternalStore(
    (watcher) => {
      watchers.add(watcher)
      return () => watchers.delete(watcher)
    },
    () => registered,
  ).values(),
]

/** Letters that belong together follow within this time. */
const togetherMs = 1000

/** Runs commands by their keys, for the life of the page. */
export function useCommandKeys(): void {
  const all = useAllCommands()
  const commands = useRef(all)
  commands.current = all
  useEffect(() => {
    let typed: string[] = []
    let last = 0
    const listen = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return
      if (event.timeStamp - last > togetherMs) typed = []
      last = event.timeStamp
      typed = [...typed, event.key].slice(-2)
      const found = [typed.join(' '), event.key]
        .map((keys) => commands.current.find((command) => command.keys === keys))
        .find((command) => command !== undefined)
      if (!found) return
      event.preventDefault()
      typed = []
      found.run()
    }
    addEventListener('keydown', listen)
    return () => removeEventListener('keydown', listen)
  }, [])
}

/** Where letters have a meaning of their own: fields, lists that search by letters, dialogs and menus. */
const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable ||
    target.closest(
      'input:not([type=checkbox], [type=radio]), textarea, select, dialog, [role=dialog], [role=menu], [role=listbox], [role=grid], .side [role=treegrid]',
    ) !== null)
