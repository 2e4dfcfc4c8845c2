/** How bright the pages are; `system` follows the device. */
export type Theme = 'light' | 'dark' | 'system'

const isTheme = (text: string | null): text is Theme => text === 'light' || text === 'dark'

export function theme(): Theme {
  const chosen = localStorage.getItem('theme')
  return isTheme(chosen) ? chosen : 'system'
}

/** Shows the pages as the person chose; called before anything is drawn. */
export function applyTheme(): void {
  const chosen = theme()
  document.documentElement.style.colorScheme = chosen === 'system' ? '' : chosen
}

export function changeTheme(to: Theme): void {
  if (to === 'system') localStorage.removeItem('theme')
  else localStorage.setItem('theme', to)
  applyTheme()
}
