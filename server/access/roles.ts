/** Roles on folders, projects and spaces; the number is stored, a higher one may more. */
export const role = { readOnly: 1, limited: 2, editor: 3, full: 4 } as const
export type Role = (typeof role)[keyof typeof role]

/** What a person is in an account. Exactly one owner. */
export const userRoles = ['owner', 'admin', 'regular', 'external', 'collaborator'] as const
export type UserRole = (typeof userRoles)[number]

/** Numbers of the built-in access roles in their ids: the default, Full, is the highest, as clients know it. */
const accessRoleNumbers: Record<Role, number> = { 4: 0xffffffff, 3: 0xfffffffe, 2: 0xfffffffd, 1: 0xfffffffc }

export const accessRoleNumber = (of: Role): number => accessRoleNumbers[of]

/** The role of an access role's number; undefined if there is none. */
export const roleOfAccessRole = (number: number): Role | undefined =>
  ([4, 3, 2, 1] as const).find((of) => accessRoleNumbers[of] === number)

/** Numbers of the built-in user types in their ids: the default, a regular user, is the highest. */
const userTypeNumbers: Record<UserRole, number> = {
  regular: 0xffffffff,
  external: 0xfffffffe,
  collaborator: 0xfffffffd,
  admin: 0xfffffffc,
  owner: 0xfffffffb,
}

export const userTypeNumber = (of: UserRole): number => userTypeNumbers[of]

/** What a user of the type with this number is; undefined if there is none. */
export const roleOfUserType = (number: number): UserRole | undefined =>
  userRoles.find((of) => userTypeNumbers[of] === number)
