/** Drawn on a 16 × 16 field with a line of the text's colour. */
const paths = {
  add: 'M8 3v10M3 8h10',
  approval: 'M2.500 4h7v9.500h-7zM4.500 7h3M4.500 9.500h2M9.500 6.500l1.500 1.500 3-3.500',
  archive: 'M2.5 3.5h11v3h-11zM3.5 6.5v6h9v-6M6.5 9h3',
  attachment: 'M10.5 5.5 6 10a1.4 1.4 0 0 0 2 2l5-5a2.8 2.8 0 0 0-4-4L4 8a4.2 4.2 0 0 0 6 6l3-3',
  back: 'M10 3 5 8l5 5',
  bell: 'M4 11V7a4 4 0 0 1 8 0v4l1 1.5H3zM6.5 13a1.5 1.5 0 0 0 3 0',
  board: 'M2.5 3h3v10h-3zM6.5 3h3v6h-3zM10.5 3h3v8h-3z',
  calendar: 'M2.5 4h11v9.5h-11zM2.5 7h11M5.5 2.5v3M10.5 2.5v3',
  check: 'M3 8.5 6.5 12 13 4.5',
  checklist: 'M2 4.5l1.2 1.2L5.5 3M2 11l1.2 1.2 2.3-2.700M8 4.500h6M8 11h6',
  clock: 'M8 2.5a5.5 5.5 0 1 0 0 11 5.5 5.5 0 0 0 0-11zM8 5v3.2l2 1.5',
  close: 'M4 4l8 8M12 4l-8 8',
  columns: 'M2.5 3h11v10h-11zM6 3v10M10 3v10',
  comment: 'M2.5 3h11v8h-6l-3 2.5V11h-2z',
  copy: 'M5.5 5.5h8v8h-8zM10.5 5.5v-3h-8v8h3',
  down: 'M3.5 6 8 10.5 12.5 6',
  drag: 'M6 3.5v.01M10 3.5v.01M6 8v.01M10 8v.01M6 12.5v.01M10 12.5v.01',
  edit: 'M3 13v-2.5L10.5 3 13 5.5 5.5 13z',
  expand: 'M9.5 2.5h4v4M13.5 2.5l-5 5M6.5 13.5h-4v-4M2.5 13.5l5-5',
  filter: 'M2.5 4h11M4.5 8h7M6.5 12h3',
  folder: 'M2 4h4l1.5 2H14v7H2z',
  forward: 'M6 3l5 5-5 5',
  gantt: 'M2.5 4h6M5 8h6M8.5 12h5',
  group:
    'M5.5 7a2 2 0 1 0 0-4 2 2 0 0 0 0 4zM2 13c0-2.5 1.5-4 3.5-4S9 10.500 9 13M10.500 7a2 2 0 1 0-.5-3.900M11 9c1.800.2 3 1.700 3 4',
  history: 'M3 8a5 5 0 1 1 1.600 3.700M3 4.500V8h3.500M8 5.500V8l2 1.300',
  home: 'M2.500 8 8 3l5.500 5M4 7v6h8V7',
  image: 'M2.500 3h11v10h-11zM2.500 11l3.500-4 3 3 1.500-1.500 3 3M10.500 6v.01',
  inbox: 'M2.500 9l2-6h7l2 6v4h-11zM2.500 9h3.500l1 2h2l1-2h3.500',
  link: 'M7 9a2.500 2.500 0 0 0 3.500 0l2-2A2.500 2.500 0 0 0 9 3.500l-1 1M9 7a2.500 2.500 0 0 0-3.500 0l-2 2A2.500 2.500 0 0 0 7 12.500l1-1',
  list: 'M6 4h7.500M6 8h7.500M6 12h7.500M3 4v.01M3 8v.01M3 12v.01',
  lock: 'M4 7.500h8v6H4zM5.500 7.500V5.500a2.500 2.500 0 0 1 5 0v2',
  menu: 'M2.500 4h11M2.500 8h11M2.500 12h11',
  minus: 'M3 8h10',
  more: 'M3.500 8v.01M8 8v.01M12.500 8v.01',
  numbers:
    'M6.500 4h7M6.500 8h7M6.500 12h7M2.500 3l1-.5V6M2.300 10.300c.5-.8 2-.6 1.800.4-.1.700-1.900 1.500-1.900 2.300h2.100',
  offline:
    'M2.500 2.500l11 11M4 9a6 6 0 0 1 2-1.300M12.500 8.500a6 6 0 0 0-4-1.800M2 6.500a9 9 0 0 1 2-1.300M14 6.500a9 9 0 0 0-6-2.300M8 12v.01',
  pause: 'M5.5 3.5v9M10.5 3.5v9',
  person: 'M8 8a2.500 2.500 0 1 0 0-5 2.500 2.500 0 0 0 0 5zM3 13.500c0-3 2-4.500 5-4.500s5 1.500 5 4.500',
  play: 'M5 3.500v9l7.500-4.500z',
  project: 'M2.500 3h11v10h-11zM2.500 6h11M5 9h4',
  redo: 'M10 3.500l3 3-3 3M13 6.500H7a4 4 0 0 0 0 8h3',
  remove: 'M3 4.500h10M6 4.500V3h4v1.500M4.500 4.500l.5 9h6l.5-9',
  search: 'M7 2.500a4.500 4.500 0 1 0 0 9 4.500 4.500 0 0 0 0-9zM10.500 10.500l3 3',
  settings:
    'M8 6a2 2 0 1 0 0 4 2 2 0 0 0 0-4zM8 2v2M8 12v2M2 8h2M12 8h2M3.800 3.800l1.400 1.400M10.800 10.800l1.400 1.400M12.200 3.800l-1.400 1.400M5.200 10.800l-1.400 1.400',
  share: 'M8 9.500v-7M5.500 5 8 2.500 10.500 5M4.500 7.500h-1v6h9v-6h-1',
  space: 'M8 2.500 13.500 5 8 7.500 2.500 5zM2.500 8 8 10.500 13.500 8M2.500 11 8 13.500 13.500 11',
  star: 'M8 2.500l1.700 3.600 3.800.5-2.800 2.700.7 3.900L8 11.300l-3.400 1.900.7-3.900L2.500 6.600l3.800-.5z',
  stop: 'M4 4h8v8H4z',
  subtask: 'M3.500 3v7.500h4M9.500 8.500h4v4h-4z',
  table: 'M2.500 3h11v10h-11zM2.500 6.500h11M2.500 10h11M6.500 3v10',
  task: 'M8 2.500a5.500 5.500 0 1 0 0 11 5.500 5.500 0 0 0 0-11zM5.500 8l2 2 3.500-4',
  undo: 'M6 3.500 3 6.500l3 3M3 6.500h6a4 4 0 0 1 0 8H6',
  up: 'M3.500 10 8 5.500l4.500 4.500',
  upload: 'M8 11V3M5 6l3-3 3 3M3 13h10',
  warning: 'M8 2.500 14 13H2zM8 6.500v3M8 11.500v.01',
} as const

export type IconName = keyof typeof paths

/** A picture beside a text or in a button that has a name: screen readers pass it by. */
export function Icon({ name, className = '' }: { name: IconName; className?: string }) {
  return (
    <svg className={`icon ${className}`} viewBox="0 0 16 16" aria-hidden="true" focusable="false">
      <path d={paths[name]} />
    </svg>
  )
}
