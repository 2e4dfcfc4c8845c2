import { type ComponentProps, createContext, useContext } from 'react'
import { Popover } from 'react-aria-components'

/** The dialog that something stands in. */
export const DialogContext = createContext<Element | null>(null)

/** A popover that is seen from inside dialogs too: the browser draws those over everything else in the page. */
export function Over({ className = 'popover', ...rest }: ComponentProps<typeof Popover>) {
  const dialog = useContext(DialogContext)
  return <Popover className={className} {...(dialog && { UNSTABLE_portalContainer: dialog })} {...rest} />
}
