/** The form in which addresses are compared and stored. */
export function normalEmail(text: string): string {
  return text.trim().toLowerCase()
}

/** Tells whether a text can be an address; whether mail arrives there is shown by the confirmation. */
export function isEmail(text: string): boolean {
  return text.length <= 254 && /^[^\s@"<>(),;:\\]+@[^\s@"<>(),;:\\.]+(\.[^\s@"<>(),;:\\.]+)*$/.test(text)
}
