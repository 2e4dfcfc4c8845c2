const units = [
  ['GB', 1024 ** 3],
  ['MB', 1024 ** 2],
  ['KB', 1024],
] as const

/** A number of bytes for people, in the units of the settings: "500 MB". */
export function sizeWords(bytes: number): string {
  const [unit, size] = units.find(([, least]) => bytes >= least) ?? ['bytes', 1]
  return `${(Math.floor((bytes / size) * 10) / 10).toLocaleString('en-US')} ${unit}`
}
