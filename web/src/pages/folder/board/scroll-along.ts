/** How near to the end of a list the pointer has to come, in CSS pixels. */
const near = 56
/** Pixels of one frame, right at the end. */
const fastest = 18

interface Point {
  clientX: number
  clientY: number
}

/** Scrolls what is under a held pointer while it is near an end: the list of cards, and the board sideways. */
export function scrollAlong(root: () => HTMLElement | null): { follow: (point: Point) => void; stop: () => void } {
  let point: Point | undefined
  let frame = 0
  const step = () => {
    const board = root()
    if (!point || !board) return stop()
    const list = document
      .elementsFromPoint(point.clientX, point.clientY)
      .find((one) => one !== board && board.contains(one) && one.scrollHeight > one.clientHeight + 1)
    list?.scrollBy(0, pull(point.clientY, list.getBoundingClientRect(), 'top', 'bottom'))
    const box = board.getBoundingClientRect()
    board.scrollBy(pull(point.clientX, box, 'left', 'right'), list ? 0 : pull(point.clientY, box, 'top', 'bottom'))
    frame = requestAnimationFrame(step)
  }
  const stop = () => {
    cancelAnimationFrame(frame)
    frame = 0
    point = undefined
  }
  return {
    follow(next) {
      point = next
      if (frame === 0) frame = requestAnimationFrame(step)
    },
    stop,
  }
}

/** The faster, the nearer to an end; nothing in the middle. */
function pull(at: number, box: DOMRect, start: 'top' | 'left', end: 'bottom' | 'right'): number {
  const before = near - (at - box[start])
  const behind = near - (box[end] - at)
  if (before > 0) return (-Math.min(before, near) / near) * fastest
  return behind > 0 ? (Math.min(behind, near) / near) * fastest : 0
}
