/** Roles on folders, projects and spaces; the number is stored, a higher one may more. */
export const role = { readOnly: 1, limited: 2, editor: 3, full: 4 } as const
export type Role = (typeof role)[keyof typeof role]

/** What a person is in an account. Exactly one owner. */
export const userRoles = ['owner', 'admin', 'regular', 'external', 'collaborator'] as const
export type UserRole = (typeof userRoles)[number]
