/** The description as the server gives it: cleaned there of everything but its small set of elements. */
export function Description({ html }: { html: string }) {
  if (html === '') return null
  // biome-ignore lint/security/noDangerouslySetInnerHtml: the server lets only a fixed set of elements through, and the page's policy runs no script of others
  return <section className="rich" aria-label="Description" dangerouslySetInnerHTML={{ __html: html }} />
}
