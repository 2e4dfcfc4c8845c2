import { type ReactNode, useRef, useState } from 'react'
import { Button, Header, Menu, MenuItem, MenuSection, MenuTrigger, Separator } from 'react-aria-components'
import { Icon, type IconName } from './icon.tsx'
import { Over } from './over.tsx'
import './menu.css'

export interface MenuChoice {
  label: string
  run: () => void
  icon?: IconName
  /** It takes something away. */
  isHarm?: boolean
  isDisabled?: boolean
  /** Shown beside it: the keys that do the same. */
  keys?: string
}

export interface MenuGroup {
  title?: string
  choices: readonly MenuChoice[]
}

interface ActionMenuProps {
  /** The name of the button, unless `children` say it. */
  label: string
  children?: ReactNode
  groups: readonly MenuGroup[]
  className?: string
  /** It is reached by other keys than Tab: of many rows only the current one has a stop. */
  isPassedBy?: boolean
}

/** A button that opens a list of things to do. Arrow keys and letters choose, Enter does it. */
export function ActionMenu({ label, children, groups, className = 'plain', isPassedBy = false }: ActionMenuProps) {
  return (
    <MenuTrigger>
      <Button className={className} excludeFromTabOrder={isPassedBy} {...(children ? {} : { 'aria-label': label })}>
        {children ?? <Icon name="more" />}
      </Button>
      <Over>
        <MenuList label={label} groups={groups} />
      </Over>
    </MenuTrigger>
  )
}

interface LateMenuProps {
  label: string
  /** Asked for when it is opened. */
  groups: () => readonly MenuGroup[]
  isPassedBy: boolean
}

/** An `ActionMenu` of which there are very many on a page: only its button is made until it is opened. */
export function LateMenu({ label, groups, isPassedBy }: LateMenuProps) {
  const button = useRef<HTMLButtonElement>(null)
  const [isOpen, setOpen] = useState(false)
  return (
    <>
      <button
        ref={button}
        type="button"
        className="plain"
        tabIndex={isPassedBy ? -1 : 0}
        aria-label={label}
        aria-haspopup="menu"
        aria-expanded={isOpen}
        onClick={() => setOpen(true)}
      >
        <Icon name="more" />
      </button>
      {isOpen && (
        <Over triggerRef={button} isOpen onOpenChange={setOpen}>
          <MenuList label={label} groups={groups()} onClose={() => setOpen(false)} />
        </Over>
      )}
    </>
  )
}

interface MenuListProps extends Pick<ActionMenuProps, 'label' | 'groups'> {
  /** Something was done. */
  onClose?: () => void
}

/** The list of an `ActionMenu`, for a menu that has no button of its own. */
export function MenuList({ label, groups, onClose }: MenuListProps) {
  const shown = groups.filter(({ choices }) => choices.length > 0)
  return (
    <Menu className="menu" aria-label={label} {...(onClose && { onClose, autoFocus: 'first' as const })}>
      {shown.map(({ title, choices }, at) => (
        <MenuSection key={title ?? at} aria-label={title ?? label}>
          {title && <Header>{title}</Header>}
          {at > 0 && !title && <Separator />}
          {choices.map(({ label: text, run, icon, isHarm, isDisabled = false, keys }) => (
            <MenuItem
              key={text}
              textValue={text}
              className={isHarm ? 'menu-item harmful' : 'menu-item'}
              isDisabled={isDisabled}
              onAction={run}
            >
              {icon && <Icon name={icon} />}
              <span>{text}</span>
              {keys && <kbd>{keys}</kbd>}
            </MenuItem>
          ))}
        </MenuSection>
      ))}
    </Menu>
  )
}
