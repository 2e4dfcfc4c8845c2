import { useNavigate } from '@tanstack/react-router'
import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react'
import { type Destination, useDestinations } from './destinations.ts'

/** Ctrl K, or the button: type some of a name, go there. Everything the app leads to is in it. */
export function Palette() {
  const dialog = useRef<HTMLDialogElement>(null)
  const [isOpen, setOpen] = useState(false)
  const open = () => {
    setOpen(true)
    dialog.current?.showModal()
  }
  // biome-ignore lint/correctness/useExhaustiveDependencies: one listener for the life of the page
  useEffect(() => {
    const listen = (event: globalThis.KeyboardEvent) => {
      if (event.key !== 'k' || !(event.ctrlKey || event.metaKey)) return
      event.preventDefault()
      open()
    }
    addEventListener('keydown', listen)
    return () => removeEventListener('keydown', listen)
  }, [])
  return (
    <>
      <button type="button" className="open-palette secondary small" onClick={open}>
        Go to <kbd>Ctrl K</kbd>
      </button>
      <dialog ref={dialog} className="palette" aria-label="Go to" onClose={() => setOpen(false)}>
        {isOpen && <Choices close={() => dialog.current?.close()} />}
      </dialog>
    </>
  )
}

function Choices({ close }: { close: () => void }) {
  const [words, setWords] = useState('')
  const [chosen, setChosen] = useState(0)
  const navigate = useNavigate()
  const id = useId()
  const found = useDestinations(words)
  const at = Math.min(chosen, found.length - 1)
  const go = (destination: Destination | undefined) => {
    if (!destination) return
    close()
    if ('href' in destination) location.assign(destination.href)
    else void navigate(destination.to)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (step) {
      event.preventDefault()
      setChosen((at + step + found.length) % Math.max(found.length, 1))
    }
    if (event.key === 'Enter') go(found[at])
  }
  return (
    <>
      <input
        // biome-ignore lint/a11y/noAutofocus: the dialog was opened to type in it
        autoFocus
        role="combobox"
        aria-label="Space, folder, project or task"
        aria-expanded={found.length > 0}
        aria-controls={id}
        aria-activedescendant={found[at] ? `${id}-${at}` : undefined}
        placeholder="Space, folder, project or task"
        value={words}
        onChange={({ target }) => {
          setWords(target.value)
          setChosen(0)
        }}
        onKeyDown={onKeyDown}
      />
      <div role="listbox" id={id} aria-label="Found">
        {found.map((destination, index) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the field above has the keys
          <div
            key={destination.key}
            role="option"
            id={`${id}-${index}`}
            tabIndex={-1}
            aria-selected={index === at}
            onClick={() => go(destination)}
          >
            <span>{destination.title}</span>
            <span className="quiet">{destination.kind}</span>
          </div>
        ))}
      </div>
      {words !== '' && found.length === 0 && <p className="quiet">Nothing of this name.</p>}
    </>
  )
}
