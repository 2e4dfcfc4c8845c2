/** Colours of avatars that are chosen by name, and what they look like. */
export const avatarColors = {
  Purple1: '#BA68C8',
  Purple2: '#8E24AA',
  Blue1: '#64B5F6',
  Blue2: '#1E88E5',
  Pink1: '#F06292',
  Pink2: '#D81B60',
  Red1: '#E57373',
  Red2: '#E53935',
  Turquoise1: '#4DD0E1',
  Turquoise2: '#00ACC1',
  DarkBlue1: '#7986CB',
  DarkBlue2: '#3949AB',
  Green1: '#81C784',
  Green2: '#43A047',
  Yellow1: '#FBC02D',
  Yellow2: '#F9A825',
  Orange1: '#FF9800',
  Orange2: '#F57C00',
  DarkCyan1: '#4DB6AC',
  DarkCyan2: '#00897B',
  YellowGreen1: '#C0CA33',
  YellowGreen2: '#AFB42B',
} as const
export type AvatarColor = keyof typeof avatarColors
export const avatarColorNames = Object.keys(avatarColors) as AvatarColor[]

/** A colour for a title that was given none: the same title always has the same. */
export const avatarColorOf = (title: string): AvatarColor =>
  avatarColorNames[[...title].reduce((sum, sign) => sum + (sign.codePointAt(0) ?? 0), 0) % avatarColorNames.length] ??
  'Blue1'

/** The letters of a title that was given no short one: of its first words, or its first two. */
export function shortTitleOf(title: string): string {
  const [first = '', second] = title.trim().split(/\s+/)
  return (second ? `${[...first][0]}${[...second][0]}` : [...first].slice(0, 2).join('')).toUpperCase()
}
