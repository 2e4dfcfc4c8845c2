import { useNavigate } from '@tanstack/react-router'
import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react'
import { words } from '../language/words.ts'
import { type Destination, useDestinations } from './destinations.ts'
import { Icon } from './icon.tsx'
import './palette.css'

const t = words('palette', {
  open: 'Go to',
  label: 'Go to a place, a task, a person, or do something',
  hint: 'Where to, or what to do?',
  found: 'Found',
  nothing: 'Nothing of this name.',
})

/** Ctrl K, or the button: type some of a name, go there or do it. Everything the app leads to is in it. */
export function Palette() {
  const dialog = useRef<HTMLDialogElement>(null)
  // Which time it is open, 0 while it is not: each begins with an empty field.
  const [opening, setOpening] = useState(0)
  const times = useRef(0)
  const open = () => {
    if (dialog.current?.open) return
    setOpening(++times.current)
    dialog.current?.showModal()
  }
  // biome-ignore lint/correctness/useExhaustiveDependencies: one listener for the life of the page
  useEffect(() => {
    const listen = (event: globalThis.KeyboardEvent) => {
      if (event.key.toLowerCase() !== 'k' || !(event.ctrlKey || event.metaKey) || event.shiftKey || event.altKey) return
      // In a text that is written with formats, the same keys make a link.
      if (event.defaultPrevented || (event.target instanceof HTMLElement && event.target.isContentEditable)) return
      event.preventDefault()
      open()
    }
    addEventListener('keydown', listen)
    return () => removeEventListener('keydown', listen)
  }, [])
  return (
    <>
      <button type="button" className="open-palette secondary small" aria-keyshortcuts="Control+K" onClick={open}>
        <Icon name="search" />
        <span>{t.open}</span>
        <kbd>Ctrl K</kbd>
      </button>
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: Escape closes it by itself */}
      <dialog
        ref={dialog}
        className="palette"
        aria-label={t.open}
        // The event comes late: somebody may have opened it again by then.
        onClose={() => dialog.current?.open || setOpening(0)}
        onClick={({ target }) => target === dialog.current && dialog.current?.close()}
      >
        {opening > 0 && <Choices key={opening} close={() => dialog.current?.close()} />}
      </dialog>
    </>
  )
}

function Choices({ close }: { close: () => void }) {
  const [typed, setTyped] = useState('')
  const [chosen, setChosen] = useState(0)
  const navigate = useNavigate()
  const id = useId()
  const list = useRef<HTMLDivElement>(null)
  const groups = useDestinations(typed)
  const found = groups.flatMap(({ all }) => all)
  const at = Math.min(chosen, found.length - 1)
  // biome-ignore lint/correctness/useExhaustiveDependencies: whenever another one is chosen
  useEffect(() => {
    list.current?.querySelector('[aria-selected=true]')?.scrollIntoView({ block: 'nearest' })
  }, [at, typed])
  const go = (destination: Destination | undefined) => {
    if (!destination) return
    close()
    if ('run' in destination) destination.run()
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
        aria-label={t.label}
        aria-expanded={found.length > 0}
        aria-controls={id}
        aria-activedescendant={found[at] ? `${id}-${at}` : undefined}
        placeholder={t.hint}
        value={typed}
        onChange={({ target }) => {
          setTyped(target.value)
          setChosen(0)
        }}
        onKeyDown={onKeyDown}
      />
      <div role="listbox" id={id} aria-label={t.found} ref={list}>
        {groups.map(({ title, all }) => (
          // biome-ignore lint/a11y/useSemanticElements: a group of a listbox is no fieldset
          <div key={title} role="group" aria-label={title}>
            <div className="palette-group" aria-hidden="true">
              {title}
            </div>
            {all.map((destination) => {
              const index = found.indexOf(destination)
              return (
                // biome-ignore lint/a11y/useKeyWithClickEvents: the field above has the keys
                <div
                  key={destination.key}
                  role="option"
                  id={`${id}-${index}`}
                  tabIndex={-1}
                  aria-selected={index === at}
                  onClick={() => go(destination)}
                >
                  <Icon name={destination.icon} />
                  <span className="title">{destination.title}</span>
                  {destination.note && <span className="quiet">{destination.note}</span>}
                  {destination.keys && <kbd>{destination.keys}</kbd>}
                </div>
              )
            })}
          </div>
        ))}
      </div>
      {typed !== '' && found.length === 0 && <p className="quiet">{t.nothing}</p>}
    </>
  )
}
