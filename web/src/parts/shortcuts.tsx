import { words } from '../language/words.ts'
import { useAllCommands } from './commands.ts'
import { Dialog } from './dialog.tsx'
import './palette.css'

const t = words('shortcuts', {
  title: 'Keyboard shortcuts',
  anywhere: 'Anywhere',
  after: ({ first, second }: { first: string; second: string }) => `${first} then ${second}`,
  palette: 'Go anywhere, do anything',
  undo: 'Undo the last change',
  tree: 'In the tree',
  open: 'Open and close a row',
  rename: 'Rename',
  menu: 'What can be done with a row',
  lists: 'In lists',
  next: 'The next and the row before',
  close: 'Close what is open',
})

/** Every key there is, those of the page at hand too. */
export function Shortcuts({ onClose }: { onClose: () => void }) {
  const commands = useAllCommands().filter(({ keys }) => keys)
  const keysText = (keys: string) => {
    const [first = '', second] = keys.split(' ')
    return second ? t.after({ first, second }) : first
  }
  return (
    <Dialog title={t.title} onClose={onClose} isWide>
      <Keys
        title={t.anywhere}
        all={[
          ['Ctrl K', t.palette],
          ['Ctrl Z', t.undo],
          ...commands.map(({ keys = '', title }): [string, string] => [keysText(keys), title]),
        ]}
      />
      <Keys
        title={t.tree}
        all={[
          ['← →', t.open],
          ['F2', t.rename],
          ['Shift F10', t.menu],
        ]}
      />
      <Keys
        title={t.lists}
        all={[
          ['↓ ↑', t.next],
          ['Esc', t.close],
        ]}
      />
    </Dialog>
  )
}

function Keys({ title, all }: { title: string; all: readonly (readonly [string, string])[] }) {
  return (
    <section>
      <h3>{title}</h3>
      <ul className="shortcuts">
        {all.map(([keys, what]) => (
          <li key={what}>
            <span>{what}</span>
            <kbd>{keys}</kbd>
          </li>
        ))}
      </ul>
    </section>
  )
}
