/** What people are told of. */
export const notificationKinds = [
  'Assigned',
  'Mentioned',
  'Commented',
  'StatusChanged',
  'DatesChanged',
  'ApprovalRequested',
  'ApprovalDecided',
  'Shared',
  'DueSoon',
  'Overdue',
] as const
export type NotificationKind = (typeof notificationKinds)[number]

/** How: in the inbox alone; there and by a mail within minutes; there and in the mail of the day; not at all. */
export const deliveries = ['App', 'Mail', 'Daily', 'Off'] as const
export type Delivery = (typeof deliveries)[number]

/** What holds for who chose nothing: mail at once for what waits for them alone, once a day for what will not run away. */
const usual: Readonly<Record<NotificationKind, Delivery>> = {
  Assigned: 'Mail',
  Mentioned: 'Mail',
  Commented: 'App',
  StatusChanged: 'App',
  DatesChanged: 'App',
  ApprovalRequested: 'Mail',
  ApprovalDecided: 'App',
  Shared: 'App',
  DueSoon: 'Daily',
  Overdue: 'Daily',
}

/** How somebody is told of a kind. */
export const deliveryOf = (choices: Partial<Record<string, Delivery>>, kind: NotificationKind): Delivery =>
  choices[kind] ?? usual[kind]
