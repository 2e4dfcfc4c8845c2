/** What integrations are for, in the order of the directory. */
export const categories = {
  automation: 'Automation',
  planning: 'Calendars and planning',
  communication: 'Chat and mail',
  development: 'Software development',
  files: 'Files and documents',
  time: 'Time and finance',
  reports: 'Reports and data',
  support: 'Customers and support',
  other: 'Everything else',
} as const

export type Category = keyof typeof categories

/** Tells whether a text is the name of a category. */
export function isCategory(text: string): text is Category {
  return Object.hasOwn(categories, text)
}
