import type { Change } from '@taskwright/sdk'
import { scope } from '../session.ts'
import { type Followed, follow } from './follow.ts'

/** What the tab that follows tells the others; `from` is the number that was known before. */
type Message =
  | { changes: Change[]; from: number }
  | { reached: number; from: number }
  | { everything: number | undefined }
  | { isOpen: boolean }
  | { isNotified: true }
  | { ask: true }

/** What a tab does with what it hears. */
export interface Heard {
  onChanges: (changes: Change[]) => void
  onEverything: () => void
  onOpen: (isOpen: boolean) => void
  /** The person's notifications have changed. */
  onNotified: () => void
  /** Changes were missed: they have to be read. */
  onGap: (from: number) => void
}

/**
 * One stream for all tabs of a browser: the tab that has the lock follows and tells the others; when it is closed, another one
 * takes over and goes on from the number it knows.
 */
export function shareStream(start: number | undefined, heard: Heard): void {
  let at = start
  let isOpen = false
  const channel = new BroadcastChannel(`taskwright-changes-${scope}`)
  const say = (message: Message) => channel.postMessage(message)

  const take = (changes: Change[], from: number) => {
    const news = changes.filter(({ sequence }) => at === undefined || sequence > at)
    if (at !== undefined && from > at) heard.onGap(at)
    at = Math.max(at ?? 0, ...changes.map(({ sequence }) => sequence))
    if (news.length > 0) heard.onChanges(news)
  }
  const everything = (sequence: number | undefined) => {
    at = sequence
    heard.onEverything()
  }
  const open = (is: boolean) => {
    isOpen = is
    heard.onOpen(is)
  }
  const told: Followed = {
    onStart: () => {
      open(true)
      say({ isOpen: true })
    },
    onChanges: (changes, from) => {
      take(changes, from)
      say({ changes, from })
    },
    onReached: (sequence) => {
      say({ reached: sequence, from: at ?? sequence })
      at = Math.max(at ?? 0, sequence)
    },
    onEverything: (sequence) => {
      everything(sequence)
      say({ everything: sequence })
    },
    onNotified: () => {
      heard.onNotified()
      say({ isNotified: true })
    },
    onLost: () => {
      open(false)
      say({ isOpen: false })
    },
  }
  let isLeader = false
  channel.onmessage = ({ data }: MessageEvent<Message>) => {
    if ('ask' in data) {
      if (isLeader) say({ isOpen })
    } else if ('changes' in data) take(data.changes, data.from)
    else if ('everything' in data) everything(data.everything)
    else if ('isOpen' in data) open(data.isOpen)
    else if ('isNotified' in data) heard.onNotified()
    else {
      if (at !== undefined && data.from > at) heard.onGap(at)
      at = Math.max(at ?? 0, data.reached)
    }
  }
  say({ ask: true })
  void navigator.locks.request(`taskwright-changes-${scope}`, async () => {
    isLeader = true
    await follow(at, told, new AbortController().signal)
  })
}
