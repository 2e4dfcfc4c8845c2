import { escapeText } from '#design/html.ts'

/** The words of a mail. */
export interface Words {
  subject: string
  /** One paragraph each; a line break inside stays one. */
  paragraphs: string[]
  /** A button, with the address in plain text beside it. */
  action?: { label: string; url: string }
  /** In small type at the end: why the reader gets this. */
  reason: string
}

/** A mail in both its forms. */
export interface Message {
  subject: string
  text: string
  html: string
}

/** Writes a mail as plain text and as HTML that looks right without any picture or style sheet. */
export function message({ subject, paragraphs, action, reason }: Words): Message {
  const text = [...paragraphs, action && `${action.label}:\n${action.url}`, `-- \n${reason}`]
    .filter((part) => part !== undefined)
    .join('\n\n')
  const button = action
    ? `<p style="margin:28px 0"><a href="${escapeText(action.url)}" style="background:#2f6f4f;border-radius:8px;color:#fff;display:inline-block;font-weight:600;padding:12px 22px;text-decoration:none">${escapeText(action.label)}</a></p><p style="color:#5d6660;font-size:13px;word-break:break-all">${escapeText(action.url)}</p>`
    : ''
  const body = paragraphs.map((part) => `<p>${escapeText(part).replaceAll('\n', '<br>')}</p>`).join('')
  const html = `<!doctype html><html lang="en"><body style="color:#1d2420;font:16px/1.55 system-ui,sans-serif;margin:0 auto;max-width:34em;padding:24px">${body}${button}<p style="border-top:1px solid #dde3df;color:#5d6660;font-size:13px;margin-top:32px;padding-top:12px">${escapeText(reason)}</p></body></html>`
  return { subject: oneLine(subject), text, html }
}

/** Subjects come from people too; a line break in one would start a header. */
function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim().slice(0, 200)
}
