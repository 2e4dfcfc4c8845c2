/** For `ref`: what has the focus when the dialog around it opens, before all buttons. */
export const focusedFirst = (element: HTMLElement | null): void => element?.setAttribute('autofocus', '')
